package io.heddle.controller.onos.pipeline;

import io.heddle.model.tables.RouteSource;
import java.util.Optional;

/**
 * A flow's cookie: {@code HDLE} in the upper half, then the {@link EntryClass} and, for a route, its {@link RouteSource}, which forwarding
 * does not show. Flows with another upper half are not Heddle's: they are counted and left alone.
 */
public record Cookie(EntryClass entry, Optional<RouteSource> source) {

    /** The upper half of every cookie of ours. */
    public static final long OURS = 0x4844_4C45_0000_0000L;

    /** The bits that say whose a flow is. */
    public static final long OWNER_MASK = 0xFFFF_FFFF_0000_0000L;

    private static final int SOURCE_SHIFT = 8;

    public static Cookie of(EntryClass entry) {
        return new Cookie(entry, Optional.empty());
    }

    public static Cookie route(RouteSource source) {
        return new Cookie(EntryClass.ROUTE, Optional.of(source));
    }

    public long bits() {
        return OURS | source.map(each -> each.ordinal() + 1L).orElse(0L) << SOURCE_SHIFT | entry.ordinal();
    }

    /** The cookie of a flow of ours; empty for another's, or for one of ours that this version never writes. */
    public static Optional<Cookie> parse(long bits) {
        int entry = (int) (bits & 0xFF);
        int source = (int) (bits >>> SOURCE_SHIFT & 0xFF);
        boolean known = (bits & OWNER_MASK) == OURS
                && (bits & 0xFFFF_0000L) == 0
                && entry < EntryClass.values().length
                && source <= RouteSource.values().length;
        return known
                ? Optional.of(new Cookie(
                        EntryClass.values()[entry],
                        source == 0 ? Optional.empty() : Optional.of(RouteSource.values()[source - 1])))
                : Optional.empty();
    }
}
