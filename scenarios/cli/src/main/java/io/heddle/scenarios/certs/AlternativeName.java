package io.heddle.scenarios.certs;

import io.heddle.model.net.IpAddress;

/** Whom a certificate is for (RFC 5280 section 4.2.1.6). */
public sealed interface AlternativeName {

    /** {@code controller-1.example}. */
    record Dns(String name) implements AlternativeName {}

    record Address(IpAddress address) implements AlternativeName {}

    /** {@code urn:heddle:node:worker-1}. */
    record Uri(String text) implements AlternativeName {}
}
