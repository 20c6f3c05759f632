package io.terraplen.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** How long the proof of a generated tree takes: first in a fresh process, then warm. */
final class ProofBenchmark {

  private ProofBenchmark() {}

  /** Takes the folder of a root module. */
  public static void main(String[] args) throws IOException {
    Texts texts = Texts.of(Path.of(args[0]));
    double[] times = new double[300];
    int findings = 0;
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      findings += texts.findings().size();
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    double cold = times[0];
    double[] warm = Arrays.copyOfRange(times, 200, 300);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT, "cold %.1f ms, warm %.1f ms, findings %d%n", cold, warm[50], findings);
  }
}
