package io.terraplen.hcl;

import java.util.List;

/** Reads HCL source into a tree. */
public final class Hcl {

  /**
   * What a source holds.
   *
   * @param body all that could be read
   * @param problems what could not, in its order; empty for valid HCL
   */
  public record Parsed(Body body, List<Diagnostic> problems) {
    public Parsed {
      problems = List.copyOf(problems);
    }
  }

  private Hcl() {}

  /** Reads a source; nothing is thrown, whatever it holds. */
  public static Parsed parse(String file, String source) {
    return new Parser(file, Lexer.lex(source.replace("\r\n", "\n"))).file();
  }
}
