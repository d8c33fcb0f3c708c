package io.heddle.test.controller;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Controller;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.State;
import io.heddle.controller.core.Step;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.daemon.loop.Outlet;
import io.heddle.controller.store.EtcdStore;
import io.heddle.model.fabric.DeviceName;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A controller over etcd, without switches: what they would be told is kept. */
final class Replica implements AutoCloseable, Outlet {

    final List<Throwable> faults = new CopyOnWriteArrayList<>();
    final Map<DeviceName, Wanted> told = new ConcurrentHashMap<>();
    private final EtcdStore store;
    private final ControllerLoop loop;

    private Replica(EtcdStore store) {
        this.store = store;
        loop = new ControllerLoop(new Controller(Judge.LENIENT), store, this, false, faults::add, System::nanoTime);
    }

    static Replica start(String name, List<URI> endpoints, Layout layout) throws Exception {
        EtcdStore store = EtcdStore.of(endpoints, "/heddle/", name, 2, System::nanoTime);
        Replica replica = new Replica(store);
        EtcdCluster.until("etcd answers", () -> {
            try {
                replica.loop.start(layout);
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        store.start(replica.loop);
        return replica;
    }

    State state() {
        return loop.state();
    }

    boolean leads() {
        return loop.trouble().isEmpty();
    }

    Step on(Event event) throws ExecutionException, InterruptedException, TimeoutException {
        return loop.submit(event).toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Override
    public void want(Collection<Wanted> wants) {
        wants.forEach(each -> told.put(each.device(), each));
    }

    @Override
    public void stepped(Event event, Step step) {}

    @Override
    public void written(long revision, List<Change> changes) {}

    @Override
    public void trouble(String reason) {}

    @Override
    public void close() {
        loop.close();
        store.close();
    }
}
