package io.heddle.bgp.rib;

/** Shows a follower what the Loc-RIB of a family has become, in batches; what changes twice between two batches is shown once. */
final class RouteFeed implements RouteWatcher {

    private final RouteTable table;
    private final ChosenRoute route;
    private final RouteFollower follower;
    private final NumberSet pending = new NumberSet();
    /** Destinations from here on have not been told at all yet; those before have, and from then on as they change. */
    private int walk;

    private boolean walking = true;

    RouteFeed(RouteTable table, int mostPaths, RouteFollower follower) {
        this.table = table;
        route = new ChosenRoute(table, mostPaths);
        this.follower = follower;
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

    /** Shows a batch of at most this many. */
    void tell(int most) {
        walk(most);
        if (pending.isEmpty()) {
            return;
        }
        int destination = pending.next(0);
        for (int i = 0; i < most && destination != NumberSet.NONE; i++) {
            follower.changed(route.at(destination));
            pending.remove(destination);
            table.release(destination);
            destination = pending.next(destination + 1);
        }
        follower.shown();
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
