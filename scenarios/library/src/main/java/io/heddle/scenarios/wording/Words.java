package io.heddle.scenarios.wording;

import java.util.Locale;

/** How values are written in files and reports. */
public final class Words {

    private Words() {}

    /** {@code HOST_ROUTE_V4} as {@code host-route-v4}. */
    public static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
