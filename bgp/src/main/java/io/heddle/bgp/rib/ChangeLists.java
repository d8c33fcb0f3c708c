package io.heddle.bgp.rib;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gathers what is shown of routes into lists of changes, for listeners that keep them. Single-threaded. */
final class ChangeLists implements RouteFollower {

    private final LocRib routes;
    private final Consumer<List<LocRib.Change>> listener;
    private List<LocRib.Change> batch = new ArrayList<>();

    ChangeLists(LocRib routes, Consumer<List<LocRib.Change>> listener) {
        this.routes = routes;
        this.listener = listener;
    }

    @Override
    public void changed(ChosenRoute route) {
        batch.add(routes.change(route.number()));
    }

    @Override
    public void shown() {
        List<LocRib.Change> told = batch;
        batch = new ArrayList<>();
        listener.accept(told);
    }
}
