package io.terraplen.template.view;

import io.terraplen.derive.Derived;
import io.terraplen.derive.Graph;
import io.terraplen.model.Environment;
import io.terraplen.model.Image;
import io.terraplen.model.Job;
import io.terraplen.model.Scalars;
import io.terraplen.model.Secret;
import io.terraplen.model.Site;
import io.terraplen.model.State;
import io.terraplen.model.Tier;
import io.terraplen.model.Workload;
import io.terraplen.template.Address;
import io.terraplen.template.Ref;
import io.terraplen.template.Wiring;
import io.terraplen.text.Pointer;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The root module: provider, backend, the three modules, and what to do after the first apply. */
final class RootPages {

  /** A tag of everything. */
  public record Tag(String key, String value) {}

  /** The backend. */
  public record Backend(Pointer at, String bucket, String key, String region) {}

  /** A module's call with its arguments. */
  public record Module(String name, List<List<Argument>> groups) {}

  /** An argument of a module's call. */
  public record Argument(Ref name, Ref value) {}

  /** How the names of outputs begin whose commands the first apply leaves to people. */
  static final List<String> TODO = List.of("push_", "put_", "publish_");

  private RootPages() {}

  /** What can be made before any other page. */
  static List<Page> of(Derived derived) {
    Environment environment = derived.environment();
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("state", backend(environment));
    return List.of(
        new Page("versions.tf", Map.of()),
        new Page(
            "providers.tf",
            Map.of("environment", provider(environment), "tags", tags(environment))),
        new Page("backend.tf", state));
  }

  /** The parts of the environment that the provider needs. */
  public record Provider(String region, String account) {}

  private static Provider provider(Environment environment) {
    return new Provider(environment.region(), environment.account());
  }

  private static @Nullable Backend backend(Environment environment) {
    State state = environment.state();
    return state == null
        ? null
        : new Backend(
            state.at(),
            state.bucket(),
            state.key() != null
                ? state.key()
                : environment.system() + "/" + environment.environment() + "/terraform.tfstate",
            state.region() != null ? state.region() : environment.region());
  }

  private static List<Tag> tags(Environment environment) {
    Map<String, String> tags = new TreeMap<>();
    tags.put("system", environment.system());
    tags.put("environment", environment.environment());
    tags.put("managed_by", "terraform");
    if (environment.tags() != null) {
      tags.putAll(environment.tags());
    }
    return tags.entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())).toList();
  }

  /** The pages that show the wiring: made once every other page has asked for its references. */
  static List<Page> wiring(Wiring wiring) {
    List<Module> modules =
        Wiring.MODULES.stream()
            .filter(module -> !module.equals(Wiring.ROOT))
            .map(
                module -> {
                  List<Argument> arguments =
                      wiring.arguments(module).stream()
                          .map(each -> new Argument(Ref.name(each.name()), each.value()))
                          .toList();
                  return new Module(module, arguments.isEmpty() ? List.of() : List.of(arguments));
                })
            .toList();
    Map<String, Page> pages = new LinkedHashMap<>();
    pages.put("main", Page.of("main.tf", "modules", modules));
    pages.put("outputs", Page.of("outputs.tf", "outputs", wiring.outputs(Wiring.ROOT)));
    for (Module module : modules) {
      String folder = "modules/" + module.name() + "/";
      pages.put(folder + "v", new Page(folder + "versions.tf", Map.of()));
      pages.put(
          folder + "o", Page.of(folder + "outputs.tf", "outputs", wiring.outputs(module.name())));
      pages.put(
          folder + "i",
          Page.of(folder + "variables.tf", "variables", wiring.variables(module.name())));
    }
    return List.copyOf(pages.values());
  }

  /**
   * Declares the root's outputs: addresses, and the commands that the first apply leaves to people.
   */
  static void declareOutputs(Derived derived, Wiring wiring) {
    new Outputs(derived, wiring).declare();
  }

  private static final class Outputs {
    private final Environment environment;
    private final Derived derived;
    private final Graph graph;
    private final Wiring wiring;
    private final Wiring.Scope scope;

    Outputs(Derived derived, Wiring wiring) {
      this.derived = derived;
      this.environment = derived.environment();
      this.graph = derived.graph();
      this.wiring = wiring;
      this.scope = wiring.from(Wiring.ROOT);
    }

    void declare() {
      for (Site site : environment.all(Site.class)) {
        site(site);
      }
      images();
      for (Secret secret : environment.all(Secret.class)) {
        secret(secret);
      }
      for (Job job : environment.all(Job.class)) {
        if (job.schedule() == null) {
          job(job);
        }
      }
    }

    private void site(Site site) {
      Address distribution = Blocks.distribution(site.key());
      Ref host = site.domain() == null ? scope.ref(distribution, "domain_name") : null;
      Ref.Template url = Ref.template().text("https://");
      wiring.rootOutput(
          site.key() + "_url",
          "Where the site " + site.key() + " answers",
          (host == null ? url.text(Objects.requireNonNull(site.domain()).name()) : url.ref(host))
              .build());
      wiring.rootOutput(
          "publish_" + site.key(),
          "Uploads the built site "
              + site.key()
              + " from dist/ and drops the old one from the caches",
          Ref.template()
              .text("aws s3 sync dist/ s3://")
              .ref(scope.ref(Blocks.bucket(site.bucket()), "id"))
              .text(" --delete && aws cloudfront create-invalidation --distribution-id ")
              .ref(scope.ref(distribution, "id"))
              .text(" --paths '/*'")
              .build());
    }

    private void images() {
      Set<String> seen = new LinkedHashSet<>();
      for (Workload workload : graph.workloads()) {
        Image image = Objects.requireNonNull(workload.image());
        if (seen.add(image.repository())) {
          Ref url = scope.ref(Blocks.repository(image.repository()), "repository_url");
          String label = Blocks.label(image.repository());
          wiring.rootOutput(
              "push_" + label,
              "Builds and pushes the image that the tasks wait for; log in to the registry first",
              Ref.template()
                  .text(
                      "docker buildx build --platform "
                          + Scalars.spell(Objects.requireNonNull(image.platform()))
                          + " --tag ")
                  .ref(url)
                  .text(":" + image.tag() + " --push .")
                  .build());
          wiring.rootOutput(
              "log_in_to_registry",
              "Logs docker in to the account's registry",
              Ref.string(
                  "aws ecr get-login-password --region "
                      + environment.region()
                      + " | docker login --username AWS --password-stdin "
                      + environment.account()
                      + ".dkr.ecr."
                      + environment.region()
                      + ".amazonaws.com"
                      + (environment.region().startsWith("cn-") ? ".cn" : "")));
        }
      }
    }

    private void secret(Secret secret) {
      String value =
          secret.keys() == null
              ? "VALUE"
              : secret.keys().stream()
                  .map(key -> json(key) + ":\"...\"")
                  .collect(Collectors.joining(",", "{", "}"));
      wiring.rootOutput(
          "put_" + secret.key() + "_secret",
          "Puts the value of the secret " + secret.key() + ", which Terraform never sees",
          Ref.template()
              .text(
                  "aws secretsmanager put-secret-value --region "
                      + environment.region()
                      + " --secret-id ")
              .ref(scope.ref(Blocks.secret(secret), "name"))
              .text(" --secret-string " + shell(value))
              .build());
    }

    private static String json(String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The text as one word of a POSIX shell. */
    private static String shell(String text) {
      return "'" + text.replace("'", "'\\''") + "'";
    }

    private void job(Job job) {
      Workload host = graph.host(job);
      Ref.Template command =
          Ref.template()
              .text("aws ecs run-task --region " + environment.region() + " --cluster ")
              .ref(scope.ref(Blocks.ecsCluster(), "name"))
              .text(" --launch-type FARGATE --task-definition ")
              .ref(scope.ref(Blocks.taskDefinition(host), "family"))
              .text(" --group " + AppPages.group(job))
              .text(" --network-configuration 'awsvpcConfiguration={subnets=[")
              .ref(Ref.join(",", DataPages.subnets(scope, derived, Tier.PRIVATE)))
              .text("],securityGroups=[")
              .ref(scope.ref(Blocks.securityGroup(host), "id"))
              .text("]}'");
      if (job.sharesTask() && job.command() != null) {
        String words =
            job.command().stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(","));
        command.text(
            " --overrides '{\"containerOverrides\":[{\"name\":\""
                + host.key()
                + "\",\"command\":["
                + words
                + "]}]}'");
      }
      wiring.rootOutput("run_" + job.key(), "Runs the job " + job.key() + " once", command.build());
    }
  }
}
