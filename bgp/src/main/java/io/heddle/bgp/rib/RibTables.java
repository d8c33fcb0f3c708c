package io.heddle.bgp.rib;

import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.decision.Selection;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.KeyedNlri;
import io.heddle.bgp.wire.NlriCodec;
import io.heddle.bgp.wire.PrefixNlri;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The tables of a RIB, one for each family that is in use, and the sources their routes come from. Single-threaded. */
final class RibTables {

    private final BgpConfig router;
    private final AddressFamilies families;
    private final RandomGenerator random;
    private final AttributeTable attributes;
    private final Memberships memberships;
    private final List<@Nullable RouteSource> sources = new ArrayList<>();
    private final Selection selection = new Selection();
    private final SortedMap<AddressFamilyId, RouteTable> tables = new TreeMap<>();

    RibTables(
            BgpConfig router,
            AddressFamilies families,
            RandomGenerator random,
            AttributeTable attributes,
            Memberships memberships) {
        this.router = router;
        this.families = families;
        this.random = random;
        this.attributes = attributes;
        this.memberships = memberships;
        sources.add(new RouteSource(RouteSource.SELF, "self", RouteSourceKind.ORIGINATED, false, router.routerId(), 0));
    }

    /** Routes may come from this source from now on. */
    void register(RouteSource source) {
        while (sources.size() <= source.number()) {
            sources.add(null);
        }
        sources.set(source.number(), source);
    }

    /** The table of a family, made if there is none. */
    RouteTable of(AddressFamilyId family) {
        RouteTable known = tables.get(family);
        if (known != null) {
            return known;
        }
        RouteTable table = new RouteTable(keys(family), attributes, router, sources, selection);
        if (family.equals(AddressFamilyId.ROUTE_TARGET)) {
            table.tell(
                    (source, destination, there) -> memberships.changed(source, table.keys.bytes(destination), there));
        }
        tables.put(family, table);
        return table;
    }

    RouteTable of(Prefix prefix) {
        return of(prefix.address().isV4() ? AddressFamilyId.IPV4_UNICAST : AddressFamilyId.IPV6_UNICAST);
    }

    /** The table of a family, if anything ever was in it. */
    @Nullable
    RouteTable find(AddressFamilyId family) {
        return tables.get(family);
    }

    /** In order of family. */
    Collection<RouteTable> all() {
        return tables.values();
    }

    List<AddressFamilyId> families() {
        return List.copyOf(tables.keySet());
    }

    /** How a family's routes are written. */
    NlriCodec codec(AddressFamilyId family) {
        NlriCodec codec = families.codec(family);
        if (codec == null) {
            throw new IllegalArgumentException("address family " + family + " is not known");
        }
        return codec;
    }

    boolean knows(AddressFamilyId family) {
        return families.codec(family) != null;
    }

    private DestinationKeys keys(AddressFamilyId family) {
        return switch (codec(family)) {
            case PrefixNlri prefixes ->
                prefixes == PrefixNlri.IPV4 ? new Ipv4Keys(random.nextLong()) : new Ipv6Keys(random.nextLong());
            case KeyedNlri keyed -> new ByteKeys(keyed, random.nextLong());
        };
    }
}
