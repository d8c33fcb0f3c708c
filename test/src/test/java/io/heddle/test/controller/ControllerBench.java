package io.heddle.test.controller;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Controller;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.Step;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.daemon.loop.Outlet;
import io.heddle.controller.store.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * So many pods registered at once, then a restart with them: {@code java ... io.heddle.test.controller.ControllerBench PODS [PODS-PER-NODE]}.
 * The loop, the core and the embedded store as shipped; instead of sessions with switches, their wants are counted.
 */
final class ControllerBench {

    private ControllerBench() {}

    public static void main(String[] args) throws Exception {
        int pods = Integer.parseInt(args[0]);
        int perNode = args.length > 1 ? Integer.parseInt(args[1]) : 250;
        int nodes = (pods + perNode - 1) / perNode;
        Path directory = Files.createTempDirectory("controller-bench");
        Layout layout = SmallFabric.layout(nodes);
        Counted counted = new Counted();
        try (EmbeddedStore store = EmbeddedStore.open(directory);
                ControllerLoop loop = loop(store, counted)) {
            loop.start(layout);
            long began = System.nanoTime();
            List<CompletableFuture<Step>> answers = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                answers.add(loop.submit(SmallFabric.report(i, perNode)).toCompletableFuture());
            }
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get();
            System.out.printf(
                    "registered: %d pods on %d nodes, %d routes told to %d switches, %d ms%n",
                    loop.state().pods(),
                    nodes,
                    counted.routes(),
                    counted.wants.size(),
                    (System.nanoTime() - began) / 1_000_000);
        }
        long began = System.nanoTime();
        Counted again = new Counted();
        try (EmbeddedStore store = EmbeddedStore.open(directory);
                ControllerLoop loop = loop(store, again)) {
            loop.start(layout);
            System.out.printf(
                    "restarted: %d pods, %d routes wanted, %d ms, store %d MiB, heap %d MiB%n",
                    loop.state().pods(),
                    again.routes(),
                    (System.nanoTime() - began) / 1_000_000,
                    Files.size(directory.resolve("controller.mv.db")) >> 20,
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        } finally {
            delete(directory);
        }
    }

    private static ControllerLoop loop(EmbeddedStore store, Outlet outlet) {
        return new ControllerLoop(
                new Controller(Judge.LENIENT),
                store,
                outlet,
                true,
                fault -> {
                    throw new IllegalStateException(fault);
                },
                System::nanoTime);
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(directory);
    }

    /** What switches are to be told. */
    private static final class Counted implements Outlet {
        final Map<Object, Integer> wants = new ConcurrentHashMap<>();

        long routes() {
            return wants.values().stream().mapToLong(each -> each).sum();
        }

        @Override
        public void want(Collection<Wanted> told) {
            told.forEach(each -> wants.put(each.device(), each.routes().size()));
        }

        @Override
        public void stepped(Event event, Step step) {}

        @Override
        public void written(long revision, List<Change> changes) {}

        @Override
        public void trouble(String reason) {}
    }
}
