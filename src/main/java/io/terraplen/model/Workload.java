package io.terraplen.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs a container image on Fargate: services and jobs. */
public interface Workload extends Component {
  @Nullable String name();

  @Nullable Image image();

  @Nullable Integer cpu();

  @Nullable Integer memory();

  @Nullable Architecture architecture();

  @Nullable List<String> command();

  @Nullable List<Use> uses();

  @Nullable Map<String, String> env();

  @Nullable Egress egress();

  @Nullable Logs logs();
}
