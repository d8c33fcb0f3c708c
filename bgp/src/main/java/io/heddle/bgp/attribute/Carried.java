package io.heddle.bgp.attribute;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that few routes have.
 *
 * @param atomicAggregate ATOMIC_AGGREGATE (RFC 4271 section 5.1.6)
 * @param onlyToCustomer the AS of OTC (RFC 9234 section 5), or {@link #NO_OTC}
 * @param others what is not understood here, by type, ascending
 */
public record Carried(
        @Nullable Aggregator aggregator, boolean atomicAggregate, long onlyToCustomer, List<RawAttribute> others) {

    public static final long NO_OTC = -1;

    public static final Carried NONE = new Carried(null, false, NO_OTC, List.of());

    public Carried {
        others = List.copyOf(others);
    }

    public Optional<RawAttribute> other(int type) {
        return others.stream().filter(each -> each.type() == type).findFirst();
    }
}
