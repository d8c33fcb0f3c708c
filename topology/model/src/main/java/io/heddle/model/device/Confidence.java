package io.heddle.model.device;

import java.util.Optional;
import java.util.stream.Stream;

/** How far a number can be trusted. */
public enum Confidence {
    /** The vendor's documentation, or a reproducible report from the device. */
    DOCUMENTED("documented"),
    /** What the operating system configures, which may be less than the chip could do. */
    CONFIGURED_BY_NOS("configured-by-nos"),
    /** Said by somebody, without proof: marketing, recollection, a user. */
    CLAIMED("claimed"),
    /** Nobody said. */
    UNKNOWN("unknown");

    private final String text;

    Confidence(String text) {
        this.text = text;
    }

    public static Optional<Confidence> parse(String text) {
        return Stream.of(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    /** The form used in files: {@code configured-by-nos}. */
    @Override
    public String toString() {
        return text;
    }
}
