package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The routes chosen, in a family whose destinations are prefixes. A view: it shows the table as it is when asked. */
public final class LocRib {

    private final RouteTable table;
    private final int[] chosen;

    LocRib(RouteTable table, int[] chosen) {
        this.table = table;
        this.chosen = chosen;
    }

    /**
     * A destination with what was chosen for it.
     *
     * @param paths the best first; more than one is an ECMP group
     */
    public record Route(Prefix prefix, List<Path> paths) {
        public Route {
            paths = List.copyOf(paths);
        }

        public Path best() {
            return paths.getFirst();
        }
    }

    /** A path after import. */
    public record Path(RouteSource source, AttributeSet attributes) {}

    /** All routes, in no useful order. */
    public void forEach(Consumer<Route> consumer) {
        for (int each = 0; each < table.keys.limit(); each++) {
            at(each).ifPresent(consumer);
        }
    }

    /** The route to a prefix. */
    public Optional<Route> route(Prefix prefix) {
        int destination = PrefixNumbers.find(table.keys, prefix);
        return destination == DestinationKeys.NONE ? Optional.empty() : at(destination);
    }

    private Optional<Route> at(int destination) {
        if (table.best(destination) == RouteTable.NONE) {
            return Optional.empty();
        }
        Prefix prefix = table.keys.prefix(destination).orElse(null);
        if (prefix == null) {
            return Optional.empty();
        }
        int count = table.multipath(destination, chosen);
        List<Path> paths = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            paths.add(new Path(table.sourceOf(chosen[i]), table.attributes.set(table.effective(chosen[i]))));
        }
        return Optional.of(new Route(prefix, paths));
    }
}
