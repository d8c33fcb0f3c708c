package io.heddle.controller.http.api;

import java.util.Locale;

/** Enumerations as the API writes them: {@code ipv4-host}. */
final class Words {

    private Words() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
