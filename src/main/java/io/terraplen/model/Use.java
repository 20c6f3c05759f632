package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An arrow from a workload to what it uses. */
@Doc("What the workload talks to; opens the port, permits the calls and injects the variables.")
public record Use(
    Pointer at,
    @Required
        @Shorthand
        @Targets({"database", "bucket", "secret", "parameter"})
        @Doc("The component, as `kind.key`.")
        Address to,
    @Doc(
            "Which parts to inject under which variable names, such as `{host: DB_HOST}`; left out, every"
                + " part under `<COMPONENT>_<PART>`.")
        @Nullable Map<String, String> as) {}
