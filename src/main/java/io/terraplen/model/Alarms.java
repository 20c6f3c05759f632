package io.terraplen.model;

import io.terraplen.text.Pointer;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The alarms of what the environment has, and who hears of them. */
@Doc(
    "CloudWatch alarms on what the environment has (load balancer, tasks, databases, jobs) and a topic that"
        + " tells people. The thresholds are ours, not AWS's limits.")
public record Alarms(
    Pointer at,
    @Doc("Exact name of the topic; left out, `<system>-<environment>-alarms`.")
        @Nullable String name,
    @Name("notify")
        @Matches(
            value = "(?:email:\\S+@\\S+|https://\\S+)",
            says = "email:NAME@HOST or an https:// address")
        @Doc("Who is told: `email:ops@example.com`, or an `https://` endpoint (PagerDuty, chat).")
        @Nullable List<String> recipients,
    @Range(min = 1, max = 1000000)
        @Default("10")
        @Doc("HTTP 5xx answers of the load balancer or its targets in five minutes.")
        @Nullable Integer errors,
    @Range(min = 0.01, max = 4000)
        @Default("2")
        @Doc("95th percentile of the response time in seconds.")
        @Nullable BigDecimal latency,
    @Range(min = 1, max = 100) @Default("80") @Doc("Average CPU of a service's tasks, in percent.")
        @Nullable Integer cpu,
    @Range(min = 1, max = 100)
        @Default("80")
        @Doc("Average memory of a service's tasks, in percent.")
        @Nullable Integer memory,
    @Range(min = 1, max = 5000) @Default("150") @Doc("Connections to a database.")
        @Nullable Integer connections) {}
