package io.terraplen.proof;

import io.terraplen.text.Pos;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What waits for what. */
final class Dependencies {

  private final Map<String, Map<String, Pos>> edges = new LinkedHashMap<>();

  /** Says that one thing needs another, by a reference at a place. */
  void add(String from, String to, Pos pos) {
    edges.computeIfAbsent(from, each -> new LinkedHashMap<>()).putIfAbsent(to, pos);
  }

  private record Frame(String node, Deque<String> rest) {}

  /** Reports each cycle that a walk in the order of the files meets. */
  void reportCycles(Report report) {
    Map<String, Boolean> finished = new HashMap<>();
    for (String start : List.copyOf(edges.keySet())) {
      if (!finished.containsKey(start)) {
        walk(start, finished, report);
      }
    }
  }

  private void walk(String start, Map<String, Boolean> finished, Report report) {
    List<Frame> stack = new ArrayList<>();
    enter(start, finished, stack);
    while (!stack.isEmpty()) {
      Frame top = stack.get(stack.size() - 1);
      String next = top.rest().poll();
      if (next == null) {
        finished.put(top.node(), true);
        stack.remove(stack.size() - 1);
      } else if (!finished.containsKey(next)) {
        enter(next, finished, stack);
      } else if (!finished.getOrDefault(next, true)) {
        cycle(next, stack, report);
      }
    }
  }

  private void enter(String node, Map<String, Boolean> finished, List<Frame> stack) {
    finished.put(node, false);
    stack.add(new Frame(node, new ArrayDeque<>(edges.getOrDefault(node, Map.of()).keySet())));
  }

  private void cycle(String back, List<Frame> stack, Report report) {
    List<String> path = new ArrayList<>();
    for (Frame frame : stack) {
      if (!path.isEmpty() || frame.node().equals(back)) {
        path.add(frame.node());
      }
    }
    Pos pos = edges.getOrDefault(path.get(path.size() - 1), Map.of()).get(back);
    List<String> shown = new ArrayList<>(path);
    shown.add(back);
    if (pos != null) {
      report.add(
          ProofRules.DEPENDENCY_CYCLE,
          pos,
          path.size() == 1
              ? "`" + back + "` refers to itself"
              : "these wait for each other: " + String.join(" -> ", shown),
          path.size() == 1 ? "" : "take one of these references away");
    }
  }
}
