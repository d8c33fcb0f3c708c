package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Octets;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.function.Function;

/** Puts the speaker's own routes into the tables and takes them out. */
final class OwnRoutes {

    private final AttributeTable attributes;
    private final Function<Prefix, RouteTable> tableOf;

    OwnRoutes(AttributeTable attributes, Function<Prefix, RouteTable> tableOf) {
        this.attributes = attributes;
        this.tableOf = tableOf;
    }

    /** Originates prefixes with equal attributes; a prefix that was originated before changes. */
    void originate(Iterable<Prefix> prefixes, AttributeSet set) {
        int number = attributes.intern(set, Octets.EMPTY);
        for (Prefix each : prefixes) {
            RouteTable table = tableOf.apply(each);
            table.put(RouteSource.SELF, table.registered(PrefixNumbers.add(table.keys, each)), 0, number, number);
        }
        attributes.release(number);
    }

    /** Originates routes of a family whose NLRI are bytes, with equal attributes. */
    void originate(RouteTable table, List<KeyedRoute> routes, AttributeSet set) {
        for (KeyedRoute each : routes) {
            int number = attributes.intern(set, each.payload());
            byte[] key = each.key().toArray();
            table.put(RouteSource.SELF, table.registered(byteKeys(table).add(key, key.length)), 0, number, number);
            attributes.release(number);
        }
    }

    /** Withdraws own routes of such a family; those not originated are passed over. */
    void withdraw(RouteTable table, List<Octets> keys) {
        for (Octets each : keys) {
            byte[] key = each.toArray();
            int to = byteKeys(table).find(key, key.length);
            if (to != DestinationKeys.NONE) {
                table.remove(RouteSource.SELF, to, 0);
            }
        }
    }

    private static ByteKeys byteKeys(RouteTable table) {
        if (!(table.keys instanceof ByteKeys keys)) {
            throw new IllegalArgumentException("a family of prefixes");
        }
        return keys;
    }

    /** Withdraws own prefixes; those not originated are passed over. */
    void withdraw(Iterable<Prefix> prefixes) {
        for (Prefix each : prefixes) {
            RouteTable table = tableOf.apply(each);
            int to = PrefixNumbers.find(table.keys, each);
            if (to != DestinationKeys.NONE) {
                table.remove(RouteSource.SELF, to, 0);
            }
        }
    }
}
