package io.terraplen.model;

import io.terraplen.text.Pointer;

/** A domain name with its certificate and its record. */
@Doc("A domain: its certificate (validated by DNS) and its alias record in Route 53.")
public record Domain(
    Pointer at,
    @Required
        @Matches(
            // naming-constraints.json, aws_acm_certificate.domain_name, without the wildcard
            value = "(?:(?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9]\\.)+(?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9]",
            says = "a domain name such as app.example.com")
        @Doc("The full name, such as app.example.com.")
        String name,
    @Required
        @Matches(
            value = "(?:(?!-)[A-Za-z0-9-]{0,62}[A-Za-z0-9]\\.)+(?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9]",
            says = "a domain name such as example.com")
        @Doc("The Route 53 public hosted zone that holds it, which exists already.")
        String zone) {}
