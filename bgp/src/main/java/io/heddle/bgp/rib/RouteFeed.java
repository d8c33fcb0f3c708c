package io.heddle.bgp.rib;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells a listener what the Loc-RIB of a family has become, in batches; what changes twice between two batches is told once. */
final class RouteFeed implements RouteWatcher {

    private final RouteTable table;
    private final LocRib routes;
    private final Consumer<List<LocRib.Change>> listener;
    private final NumberSet pending = new NumberSet();
    /** Destinations from here on have not been told at all yet; those before have, and from then on as they change. */
    private int walk;

    private boolean walking = true;

    RouteFeed(RouteTable table, LocRib routes, Consumer<List<LocRib.Change>> listener) {
        this.table = table;
        this.routes = routes;
        this.listener = listener;
    }

    @Override
    public void bestChanged(int destination) {
        if (pending.add(destination)) {
            table.hold(destination);
        }
    }

    @Override
    public void pathChanged(int destination) {
        bestChanged(destination);
    }

    boolean isPending() {
        return walking || !pending.isEmpty();
    }

    /** Tells a batch of at most this many. */
    void tell(int most) {
        walk(most);
        List<LocRib.Change> batch = new ArrayList<>(Math.min(most, pending.size()));
        int destination = pending.next(0);
        for (int i = 0; i < most && destination != NumberSet.NONE; i++) {
            batch.add(routes.change(destination));
            pending.remove(destination);
            table.release(destination);
            destination = pending.next(destination + 1);
        }
        if (!batch.isEmpty()) {
            listener.accept(batch);
        }
    }

    private void walk(int most) {
        if (!walking) {
            return;
        }
        int limit = table.keys.limit();
        int end = Math.max(walk, Math.min(limit, walk + most));
        table.walks().look(end - walk);
        for (int each = walk; each < end; each++) {
            if (table.best(each) != RouteTable.NONE) {
                bestChanged(each);
            }
        }
        walk = end;
        walking = end < limit;
    }
}
