package io.terraplen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.terraplen.model.Identity;
import io.terraplen.model.Kind;
import io.terraplen.model.Kinds;
import io.terraplen.model.Shape;
import org.junit.jupiter.api.Test;

/** What the descriptor relies on in the model's records. */
final class ModelTest {

  @Test
  void likeLeavesAloneWhatNamesAComponent() {
    int like = 0;
    for (Kind<?> kind : Kinds.all()) {
      Shape shape = Shape.of(kind.type());
      if (shape.key(Form.LIKE).isPresent()) {
        like++;
        for (String key : new String[] {"name", "adopted"}) {
          assertThat(shape.key(key)).as("%s.%s", kind.name(), key).isPresent();
          assertThat(shape.key(key).get().has(Identity.class))
              .as("%s.%s", kind.name(), key)
              .isTrue();
        }
      }
    }
    assertThat(like).isPositive();
  }

  @Test
  void rulesAreSortedAndTitled() {
    assertThat(DescriptorRules.all()).extracting(rule -> rule.id()).isSorted();
    assertThat(DescriptorRules.all())
        .allSatisfy(
            rule -> {
              assertThat(rule.alwaysError()).isTrue();
              assertThat(rule.title()).hasSizeLessThanOrEqualTo(60).doesNotEndWith(".");
            });
  }
}
