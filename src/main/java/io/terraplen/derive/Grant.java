package io.terraplen.derive;

import io.terraplen.model.Bucket;
import io.terraplen.model.Component;
import io.terraplen.model.Database;
import io.terraplen.model.Kinds;
import io.terraplen.model.Parameter;
import io.terraplen.model.Secret;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A statement of an IAM policy that an arrow asks for.
 *
 * @param at the arrow
 * @param sid the statement's id: letters and digits
 * @param actions what is allowed
 * @param on the component whose ARN the statement names
 * @param suffixes what follows the ARN in each resource: nothing, or <code>/*</code>
 */
public record Grant(
    Pointer at, String sid, List<String> actions, Component on, List<String> suffixes) {

  /** What the running container may do because of an arrow. */
  public static List<Grant> ofTask(Graph.Arrow arrow) {
    List<Grant> grants = new ArrayList<>(ofExecution(arrow));
    if (arrow.to() instanceof Bucket bucket) {
      grants.add(
          new Grant(
              arrow.at(), sid("List", bucket), List.of("s3:ListBucket"), bucket, List.of("")));
      grants.add(
          new Grant(
              arrow.at(),
              sid("Use", bucket),
              List.of("s3:DeleteObject", "s3:GetObject", "s3:PutObject"),
              bucket,
              List.of("/*")));
    }
    return List.copyOf(grants);
  }

  /**
   * What ECS may do to start a task because of an arrow: read each secret and parameter that it
   * injects. The running container may do the same (systems/iadvisors.md, "Secrets en ECS": both
   * roles must).
   */
  public static List<Grant> ofExecution(Graph.Arrow arrow) {
    Component to = arrow.to();
    if (to instanceof Secret || to instanceof Database) {
      return List.of(
          new Grant(
              arrow.at(),
              sid("Read", to),
              List.of("secretsmanager:GetSecretValue"),
              to,
              List.of("")));
    }
    if (to instanceof Parameter) {
      return List.of(
          new Grant(
              arrow.at(),
              sid("Read", to),
              List.of("ssm:GetParameter", "ssm:GetParameters"),
              to,
              List.of("")));
    }
    return List.of();
  }

  private static String sid(String verb, Component component) {
    StringBuilder sid = new StringBuilder(verb);
    String words = Kinds.of(component).name() + "_" + component.key();
    for (String word : words.split("_", -1)) {
      if (!word.isEmpty()) {
        sid.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return sid.toString();
  }
}
