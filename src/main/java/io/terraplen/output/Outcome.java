package io.terraplen.output;

import java.util.List;

/** How a replacement ended, where nothing failed. */
public sealed interface Outcome {

  /**
   * The folder holds what was wanted.
   *
   * @param written new or different before
   * @param unchanged as wanted before, and not touched
   * @param removed ours, and not wanted any more
   */
  record Replaced(List<String> written, List<String> unchanged, List<String> removed)
      implements Outcome {

    public Replaced {
      written = List.copyOf(written);
      unchanged = List.copyOf(unchanged);
      removed = List.copyOf(removed);
    }
  }

  /**
   * Nothing was touched, for these files hold work that would be lost.
   *
   * @param files edited by hand, or written by somebody else where we would write
   */
  record HandEdited(List<String> files) implements Outcome {

    public HandEdited {
      files = List.copyOf(files);
    }
  }
}
