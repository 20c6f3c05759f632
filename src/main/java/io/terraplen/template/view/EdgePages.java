package io.terraplen.template.view;

import io.terraplen.derive.Derived;
import io.terraplen.derive.Graph;
import io.terraplen.derive.Names;
import io.terraplen.model.App;
import io.terraplen.model.Domain;
import io.terraplen.model.Environment;
import io.terraplen.model.Firewall;
import io.terraplen.model.LoadBalancer;
import io.terraplen.model.Scalars;
import io.terraplen.model.Service;
import io.terraplen.model.Site;
import io.terraplen.model.Tier;
import io.terraplen.template.Address;
import io.terraplen.template.Ref;
import io.terraplen.template.Wiring;
import io.terraplen.text.Pointer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What stands in front: load balancer, domains, distributions, firewall. */
final class EdgePages {

  /** CloudFront takes certificates and web ACLs of this region only (aws-limits.json). */
  private static final String EDGE_REGION = "us-east-1";

  /** The load balancer. */
  public record Balancer(
      Pointer at,
      String name,
      Ref arn,
      Ref subnets,
      Ref securityGroup,
      int idleTimeout,
      boolean isProtected,
      @Nullable Ref certificate,
      List<TargetGroup> targets,
      List<ListenerRule> rules) {}

  /** A target group with its health check. */
  public record TargetGroup(
      Pointer at,
      String key,
      String name,
      Ref vpc,
      int port,
      int deregistrationDelay,
      Pointer healthAt,
      String health,
      @Nullable Integer interval,
      @Nullable Integer timeout,
      @Nullable Integer healthyAfter,
      @Nullable Integer unhealthyAfter) {}

  /** A path that leads to a target group. */
  public record ListenerRule(
      Pointer at, String label, Ref listener, int priority, String path, Ref group) {}

  /** A hosted zone that exists already. */
  public record Zone(Pointer at, String label, String name) {}

  /** A domain with its certificate; {@code region} is there where it is not the provider's. */
  public record DomainView(
      Pointer at,
      String label,
      String name,
      @Nullable String region,
      Ref zone,
      Ref options,
      Ref certificate,
      Ref record,
      List<Alias> aliases) {}

  /** A record that leads a domain to where it is served. */
  public record Alias(
      String label, String type, Ref target, Ref targetZone, boolean evaluateHealth) {}

  /** A distribution. */
  public record SiteView(
      Pointer at,
      String key,
      String comment,
      String priceClass,
      @Nullable SiteDomain domain,
      @Nullable Ref webAcl,
      Ref bucketDomain,
      Ref bucketId,
      Ref bucketArn,
      Ref accessControl,
      String accessControlName,
      Ref distributionArn,
      @Nullable Backend backend,
      @Nullable Rewrite rewrite,
      List<Behavior> behaviors) {}

  /** A distribution's own domain. */
  public record SiteDomain(String name, Ref certificate) {}

  /** The load balancer as an origin. */
  public record Backend(Pointer at, Ref domain, String protocol) {}

  /** The function of a single-page application. */
  public record Rewrite(Pointer at, String name, Ref arn) {}

  /** A path that leads to the load balancer. */
  public record Behavior(Pointer at, String path) {}

  /** A web ACL. */
  public record Acl(
      Pointer at,
      String label,
      String name,
      String description,
      String scope,
      @Nullable String region,
      Ref arn,
      Pointer rateAt,
      int rateLimit,
      String aggregateKey,
      boolean forwarded,
      Pointer managedAt,
      List<Managed> managed,
      @Nullable Ref loadBalancer) {}

  /** A managed rule group in a web ACL. */
  public record Managed(String name, int priority, boolean botControl) {}

  private final Derived derived;
  private final Environment environment;
  private final App app;
  private final Names names;
  private final Graph graph;
  private final Wiring.Scope scope;

  private EdgePages(Derived derived, Wiring wiring) {
    this.derived = derived;
    this.environment = derived.environment();
    this.app = Objects.requireNonNull(environment.app());
    this.names = derived.names();
    this.graph = derived.graph();
    this.scope = wiring.from(Blocks.APP);
  }

  static List<Page> of(Derived derived, Wiring wiring) {
    EdgePages pages = new EdgePages(derived, wiring);
    Map<String, Object> balancer = new LinkedHashMap<>();
    balancer.put("balancer", pages.balancer());
    return List.of(
        new Page("modules/app/load_balancer.tf", balancer),
        new Page(
            "modules/app/domains.tf", Map.of("zones", pages.zones(), "domains", pages.domains())),
        Page.of("modules/app/sites.tf", "sites", pages.sites()),
        Page.of("modules/app/firewall.tf", "acls", pages.acls()));
  }

  /** The routes that lead to a service, the first of a path standing for all of that path. */
  static List<Graph.Route> routesTo(Derived derived, Service service) {
    Map<String, Graph.Route> byPath = new LinkedHashMap<>();
    for (Graph.Route route : derived.graph().routes()) {
      if (route.to().equals(service)) {
        byPath.putIfAbsent(route.path(), route);
      }
    }
    return List.copyOf(byPath.values());
  }

  /** The labels of the listener rules that lead to a service. */
  static List<String> rulesOf(Derived derived, Service service) {
    return routesTo(derived, service).stream().map(EdgePages::ruleLabel).toList();
  }

  private static String ruleLabel(Graph.Route route) {
    String words = Blocks.label(route.path()).replaceAll("_+", "_").replaceAll("^_|_$", "");
    return words.isEmpty() ? route.to().key() : route.to().key() + "_" + words;
  }

  private @Nullable Balancer balancer() {
    if (!graph.hasLoadBalancer()) {
      return null;
    }
    LoadBalancer balancer = Objects.requireNonNull(app.loadBalancer());
    return new Balancer(
        balancer.at(),
        names.of("load_balancer"),
        scope.ref(Blocks.loadBalancer(), "arn"),
        DataPages.subnets(scope, derived, Tier.PUBLIC),
        scope.ref(Blocks.app("aws_security_group", "load_balancer"), "id"),
        Objects.requireNonNull(balancer.idleTimeout()),
        Objects.requireNonNull(balancer.deletionProtection()),
        balancer.domain() == null ? null : validated("load_balancer"),
        graph.routed().stream().map(this::target).toList(),
        graph.routed().stream()
            .flatMap(service -> routesTo(derived, service).stream())
            .map(this::rule)
            .toList());
  }

  private TargetGroup target(Service service) {
    Service.TargetGroup group = service.targetGroup();
    Service.Health health = service.health();
    return new TargetGroup(
        service.at(),
        service.key(),
        names.of(service, "target_group"),
        scope.ref(Blocks.vpc(), "id"),
        Objects.requireNonNull(service.port()),
        group == null || group.deregistrationDelay() == null ? 30 : group.deregistrationDelay(),
        service.at().child("health"),
        health == null ? "/" : health.path(),
        health == null ? null : health.interval(),
        health == null ? null : health.timeout(),
        health == null ? null : health.healthyAfter(),
        health == null ? null : health.unhealthyAfter());
  }

  private ListenerRule rule(Graph.Route route) {
    return new ListenerRule(
        route.at(),
        ruleLabel(route),
        scope.ref(Blocks.listener(), "arn"),
        io.terraplen.derive.Priority.of(route.path()),
        route.path(),
        scope.ref(Blocks.targetGroup(route.to().key()), "arn"));
  }

  private List<Zone> zones() {
    Map<String, Zone> zones = new LinkedHashMap<>();
    for (Domain domain : allDomains().values()) {
      zones.putIfAbsent(
          domain.zone(), new Zone(domain.at(), Blocks.label(domain.zone()), domain.zone()));
    }
    return List.copyOf(zones.values());
  }

  /** Every domain by its label. */
  private Map<String, Domain> allDomains() {
    Map<String, Domain> domains = new LinkedHashMap<>();
    LoadBalancer balancer = app.loadBalancer();
    if (graph.hasLoadBalancer() && balancer != null && balancer.domain() != null) {
      domains.put("load_balancer", balancer.domain());
    }
    for (Site site : environment.all(Site.class)) {
      if (site.domain() != null) {
        domains.put("site_" + site.key(), site.domain());
      }
    }
    return domains;
  }

  private List<DomainView> domains() {
    List<DomainView> views = new ArrayList<>();
    allDomains().forEach((label, domain) -> views.add(domain(label, domain)));
    return views;
  }

  private DomainView domain(String label, Domain domain) {
    boolean balancer = label.equals("load_balancer");
    Address certificate = Blocks.app("aws_acm_certificate", label);
    boolean abroad = !balancer && !environment.region().equals(EDGE_REGION);
    return new DomainView(
        domain.at(),
        label,
        domain.name(),
        abroad ? EDGE_REGION : null,
        scope.ref(
            Address.data(Blocks.APP, "aws_route53_zone", Blocks.label(domain.zone())), "zone_id"),
        scope.ref(certificate, "domain_validation_options"),
        scope.ref(certificate, "arn"),
        scope.ref(Blocks.app("aws_route53_record", label + "_validation"), "fqdn"),
        balancer ? balancerAliases(label) : siteAliases(label));
  }

  private List<Alias> balancerAliases(String label) {
    Address target = Blocks.loadBalancer();
    return List.of(
        new Alias(label, "A", scope.ref(target, "dns_name"), scope.ref(target, "zone_id"), true));
  }

  private List<Alias> siteAliases(String label) {
    Address target = Blocks.distribution(label.substring("site_".length()));
    Ref name = scope.ref(target, "domain_name");
    Ref zone = scope.ref(target, "hosted_zone_id");
    return List.of(
        new Alias(label, "A", name, zone, false),
        new Alias(label + "_ipv6", "AAAA", name, zone, false));
  }

  private Ref validated(String label) {
    return scope.ref(Blocks.app("aws_acm_certificate_validation", label), "certificate_arn");
  }

  private List<SiteView> sites() {
    return environment.all(Site.class).stream().map(this::site).toList();
  }

  private SiteView site(Site site) {
    Address bucket = Blocks.bucket(site.bucket());
    List<Behavior> behaviors =
        graph.routes().stream()
            .filter(route -> route.from().at().equals(site.at()))
            .map(route -> new Behavior(route.at(), route.path()))
            .sorted(
                // CloudFront takes the first that fits: the longer a path, the earlier.
                Comparator.comparing((Behavior behavior) -> -behavior.path().length())
                    .thenComparing(Behavior::path))
            .toList();
    boolean guarded = protects(Firewall.Entry.SITES);
    return new SiteView(
        site.at(),
        site.key(),
        site.description() != null ? site.description() : names.prefix() + " " + site.key(),
        Objects.requireNonNull(site.priceClass()).aws(),
        site.domain() == null
            ? null
            : new SiteDomain(site.domain().name(), validated("site_" + site.key())),
        guarded ? scope.ref(Blocks.app("aws_wafv2_web_acl", "sites"), "arn") : null,
        scope.ref(bucket, "bucket_regional_domain_name"),
        scope.ref(bucket, "id"),
        scope.ref(bucket, "arn"),
        scope.ref(Blocks.app("aws_cloudfront_origin_access_control", site.key()), "id"),
        names.of(site, "origin_access_control"),
        scope.ref(Blocks.distribution(site.key()), "arn"),
        behaviors.isEmpty() ? null : backend(site),
        Boolean.TRUE.equals(site.spa()) ? rewrite(site) : null,
        behaviors);
  }

  private Backend backend(Site site) {
    Domain domain = Objects.requireNonNull(app.loadBalancer()).domain();
    return new Backend(
        site.at().child("routes"),
        domain == null
            ? scope.ref(Blocks.loadBalancer(), "dns_name")
            : scope.ref(Blocks.app("aws_route53_record", "load_balancer"), "fqdn"),
        domain == null ? "http-only" : "https-only");
  }

  private Rewrite rewrite(Site site) {
    return new Rewrite(
        site.at().child("spa"),
        names.of(site, "rewrite"),
        scope.ref(Blocks.app("aws_cloudfront_function", site.key()), "arn"));
  }

  private boolean protects(Firewall.Entry entry) {
    Firewall firewall = app.firewall();
    if (firewall == null || !Objects.requireNonNull(firewall.protects()).contains(entry)) {
      return false;
    }
    return entry == Firewall.Entry.SITES
        ? !environment.all(Site.class).isEmpty()
        : graph.hasLoadBalancer();
  }

  private List<Acl> acls() {
    List<Acl> acls = new ArrayList<>();
    Firewall firewall = app.firewall();
    if (firewall != null && protects(Firewall.Entry.LOAD_BALANCER)) {
      acls.add(acl(firewall, "load_balancer"));
    }
    if (firewall != null && protects(Firewall.Entry.SITES)) {
      acls.add(acl(firewall, "sites"));
    }
    return acls;
  }

  private Acl acl(Firewall firewall, String label) {
    boolean regional = label.equals("load_balancer");
    boolean abroad = !regional && !environment.region().equals(EDGE_REGION);
    return new Acl(
        firewall.at(),
        label,
        names.of(regional ? "firewall" : "firewall:sites"),
        regional ? "In front of the load balancer" : "In front of the distributions",
        regional ? "REGIONAL" : "CLOUDFRONT",
        abroad ? EDGE_REGION : null,
        scope.ref(Blocks.app("aws_wafv2_web_acl", label), "arn"),
        firewall.at().child("rate_limit"),
        Objects.requireNonNull(firewall.rateLimit()),
        regional ? "FORWARDED_IP" : "IP",
        regional,
        firewall.at().child("managed"),
        Objects.requireNonNull(firewall.managed()).stream()
            .map(
                group ->
                    new Managed(
                        Scalars.spell(group),
                        group.priority(),
                        group == Firewall.ManagedRules.BOT_CONTROL_RULE_SET))
            .toList(),
        regional ? scope.ref(Blocks.loadBalancer(), "arn") : null);
  }
}
