package io.terraplen.rule.text;

import io.terraplen.derive.Derived;
import io.terraplen.derive.Names;
import io.terraplen.model.Environment;
import io.terraplen.model.Parameter;
import io.terraplen.model.Secret;
import io.terraplen.model.Site;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of a descriptor, or derived from one, and the field that it is bound for.
 *
 * @param title how messages call it
 * @param isValue whether it is the value at its address, and not a key or a derived name
 */
record ModelText(
    Pointer at, String title, String resource, String argument, String text, boolean isValue) {

  /** Every such text. */
  static List<ModelText> all(Derived derived) {
    Environment environment = derived.environment();
    List<ModelText> texts = new ArrayList<>();
    derived.names().all().forEach(name -> texts.add(of(name)));
    for (Site site : environment.all(Site.class)) {
      add(texts, site.at(), "aws_cloudfront_distribution", "comment", site.description());
    }
    for (Secret secret : environment.all(Secret.class)) {
      add(texts, secret.at(), "aws_secretsmanager_secret", "description", secret.description());
    }
    for (Parameter parameter : environment.all(Parameter.class)) {
      add(texts, parameter.at(), "aws_ssm_parameter", "description", parameter.description());
    }
    if (environment.tags() != null) {
      Pointer tags = environment.at().child("tags");
      environment.tags().forEach((key, value) -> addTag(texts, tags.child(key), key, value));
    }
    return List.copyOf(texts);
  }

  private static ModelText of(Names.Name name) {
    String title = name.stated() ? "the name" : "the name `" + name.value() + "`";
    return new ModelText(
        name.at(), title, name.resource(), name.argument(), name.value(), name.stated());
  }

  private static void add(
      List<ModelText> texts,
      Pointer component,
      String resource,
      String argument,
      @Nullable String text) {
    if (text != null) {
      Pointer at = component.child("description");
      texts.add(new ModelText(at, "the description", resource, argument, text, true));
    }
  }

  /** Tags go to every resource; of all, a repository is the strictest about their values. */
  private static void addTag(List<ModelText> texts, Pointer at, String key, String value) {
    String title = "the tag `" + key + "`";
    texts.add(new ModelText(at, "the key of " + title, "aws_iam_role", "tags.key", key, false));
    texts.add(new ModelText(at, title, "aws_ecr_repository", "tags.value", value, true));
  }
}
