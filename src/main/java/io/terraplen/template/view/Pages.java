package io.terraplen.template.view;

import io.terraplen.derive.Derived;
import io.terraplen.model.Site;
import io.terraplen.template.Renderer;
import io.terraplen.template.Wiring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Every page of an environment, rendered: the one list of what is generated. */
public final class Pages {

  /** Code, not Terraform: copied as it is. */
  private static final String SPA_REWRITE = "modules/app/functions/spa_rewrite.js";

  private Pages() {}

  /**
   * The files of an environment as templates make them, neither formatted nor headed; one that
   * holds no block is left out.
   *
   * @throws io.terraplen.template.TemplateFailure if a template is wrong or does not fit its view
   */
  public static Rendered render(Derived derived, Renderer renderer) {
    Wiring wiring = new Wiring();
    List<Page> pages = new ArrayList<>(RootPages.of(derived));
    pages.addAll(NetworkPages.of(derived, wiring));
    pages.addAll(DataPages.of(derived, wiring));
    pages.addAll(AppPages.of(derived, wiring));
    pages.addAll(EdgePages.of(derived, wiring));
    pages.addAll(ObservabilityPages.of(derived, wiring));
    RootPages.declareOutputs(derived, wiring);
    pages.addAll(RootPages.wiring(wiring));

    Map<String, String> files = new LinkedHashMap<>();
    for (Page page : pages) {
      String text = renderer.render(page.path() + ".ftl", page.model());
      if (!text.isBlank()) {
        files.put(page.path(), text);
      }
    }
    if (derived.environment().all(Site.class).stream()
        .anyMatch(site -> Boolean.TRUE.equals(site.spa()))) {
      files.put(SPA_REWRITE, renderer.text(SPA_REWRITE));
    }
    return new Rendered(
        files,
        wiring.targets().stream().map(Object::toString).collect(Collectors.toUnmodifiableSet()),
        wiring.outputs(Wiring.ROOT).stream()
            .map(Wiring.Output::name)
            .filter(name -> RootPages.TODO.stream().anyMatch(name::startsWith))
            .toList());
  }

  /**
   * What was rendered.
   *
   * @param files text by path
   * @param targets the Terraform addresses that something refers to
   * @param todo the root outputs that hold a command which people run after the first apply
   */
  public record Rendered(Map<String, String> files, Set<String> targets, List<String> todo) {}
}
