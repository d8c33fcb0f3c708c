package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Octets;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The routes of a family: those chosen, and all there are. A view: it shows the table as it is when asked. */
public final class LocRib {

    private final RouteTable table;
    private final int[] chosen;

    LocRib(RouteTable table, int[] chosen) {
        this.table = table;
        this.chosen = chosen;
    }

    /**
     * What names a route: a prefix, or in other families the bytes of its key.
     *
     * @param key empty for a prefix
     */
    public record Destination(Optional<Prefix> prefix, Octets key) {

        public static Destination of(Prefix prefix) {
            return new Destination(Optional.of(prefix), Octets.EMPTY);
        }

        @Override
        public String toString() {
            return prefix.map(Prefix::toString).orElseGet(key::toString);
        }
    }

    /**
     * A destination with what was chosen for it.
     *
     * @param paths the best first; more than one is an ECMP group
     */
    public record Route(Destination destination, List<Path> paths) {
        public Route {
            paths = List.copyOf(paths);
        }

        public Path best() {
            return paths.getFirst();
        }

        /**
         * How traffic is to be shared among the paths, 1 to 100 each, by their link bandwidths. All the same unless every path has one
         * (draft-ietf-idr-link-bandwidth section 2).
         */
        public List<Integer> weights() {
            return Weights.of(paths.stream().map(Path::attributes).toList());
        }
    }

    /**
     * A path.
     *
     * @param payload what its NLRI carries besides the key; empty for prefixes
     */
    public record Path(RouteSource source, AttributeSet attributes, Octets payload) {}

    /** What a destination has become: without route, there is none any more. */
    public record Change(Destination destination, Optional<Route> route) {}

    /**
     * A path as it was received.
     *
     * @param pathId as the peer named it, 0 without RFC 7911
     * @param accepted import did not refuse it
     * @param stale the peer is gone and expected back
     */
    public record Received(Destination destination, Path path, int pathId, boolean accepted, boolean stale) {}

    /** All routes chosen, in no useful order. */
    public void forEach(Consumer<Route> consumer) {
        for (int each = 0; each < table.keys.limit(); each++) {
            at(each).ifPresent(consumer);
        }
    }

    /** All paths as they were received: Adj-RIB-In of all peers, own routes included. For dumps (RFC 6396). */
    public void forEachReceived(Consumer<Received> consumer) {
        for (int each = 0; each < table.keys.limit(); each++) {
            for (int path = table.firstPath(each); path != RouteTable.NONE; path = table.nextPath(path)) {
                consumer.accept(new Received(
                        destination(each),
                        path(path, table.received(path)),
                        table.identifier(path),
                        table.effective(path) != RouteTable.NONE,
                        table.isStale(path)));
            }
        }
    }

    /** The route to a prefix. */
    public Optional<Route> route(Prefix prefix) {
        int destination = PrefixNumbers.find(table.keys, prefix);
        return destination == DestinationKeys.NONE ? Optional.empty() : at(destination);
    }

    /**
     * The route to a prefix that would be chosen if the speaker itself originated none. What is originated for others alone, such as a default
     * route, does not keep the speaker from forwarding by what it received.
     */
    public Optional<Route> routeOfPeers(Prefix prefix) {
        int destination = PrefixNumbers.find(table.keys, prefix);
        return destination == DestinationKeys.NONE
                ? Optional.empty()
                : route(destination, table.multipathOfPeers(destination, chosen));
    }

    Change change(int destination) {
        return new Change(destination(destination), at(destination));
    }

    private Destination destination(int number) {
        return new Destination(table.keys.prefix(number), table.keys.bytes(number));
    }

    private Optional<Route> at(int destination) {
        if (table.best(destination) == RouteTable.NONE) {
            return Optional.empty();
        }
        return route(destination, table.multipath(destination, chosen));
    }

    private Optional<Route> route(int destination, int count) {
        if (count == 0) {
            return Optional.empty();
        }
        List<Path> paths = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            paths.add(path(chosen[i], table.effective(chosen[i])));
        }
        return Optional.of(new Route(destination(destination), paths));
    }

    private Path path(int path, int set) {
        return new Path(table.sourceOf(path), table.attributes.set(set), table.attributes.payload(set));
    }
}
