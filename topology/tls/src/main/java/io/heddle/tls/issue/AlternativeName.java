package io.heddle.tls.issue;

import java.nio.charset.StandardCharsets;

/** Whom a certificate is for (RFC 5280 section 4.2.1.6). */
public sealed interface AlternativeName {

    /** {@code controller-1.example}. */
    record Dns(String name) implements AlternativeName {}

    /** 4 or 16 octets in hexadecimal order of the address. */
    record Address(String text, byte[] octets) implements AlternativeName {}

    /** {@code urn:heddle:node:worker-1}. */
    record Uri(String text) implements AlternativeName {}

    /** As {@code GeneralName}. */
    default byte[] der() {
        return switch (this) {
            case Dns(String name) -> Der.of(Der.CONTEXT | 2, name.getBytes(StandardCharsets.US_ASCII));
            case Uri(String text) -> Der.of(Der.CONTEXT | 6, text.getBytes(StandardCharsets.US_ASCII));
            case Address(String _, byte[] octets) -> Der.of(Der.CONTEXT | 7, octets);
        };
    }
}
