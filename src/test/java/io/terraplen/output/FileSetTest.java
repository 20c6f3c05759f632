package io.terraplen.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSetTest {

  @Test
  void pathsAreSortedAndLinesEndInLf() {
    FileSet set = FileSet.EMPTY.with("modules/app/b.tf", "b\r\nc\n").with("main.tf", "");

    assertThat(set.files())
        .containsExactly(Map.entry("main.tf", ""), Map.entry("modules/app/b.tf", "b\nc\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../x",
        "a/../x",
        "a/./x",
        "a//x",
        "a/",
        ".",
        "C:/x",
        "a\\x",
        "a\nb",
        ".terraplen/journal",
        ".Terraplen/x",
        ".terraplen"
      })
  void pathsThatLeadElsewhereAreRefused(String path) {
    assertThatThrownBy(() -> FileSet.of(Map.of(path, "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`" + path + "` is no path below a generated folder");
  }

  @Test
  void oneFileCannotBeTheFolderOfAnother() {
    FileSet set = FileSet.of(Map.of("modules/app", ""));

    assertThatThrownBy(() -> set.with("modules/app/x/y.tf", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`modules/app` cannot be both a file and the folder of `modules/app/x/y.tf`");
  }
}
