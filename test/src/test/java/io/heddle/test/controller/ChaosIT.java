package io.heddle.test.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.diff.Fidelity;
import io.heddle.lab.managed.ManagedLab;
import io.heddle.lab.managed.Pod;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.ExplicitTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A fabric of real FRR with controllers, agents and pods, all of them processes that a user would start. Pods come and go while one thing after
 * the other dies. The pods of one node are containerd's, at the others the plugin is called as by a runtime. With {@code -Dheddle.long=true} 200 pods instead of 40,
 * all of them containerd's, each of everything dies, and after each death switches are compared with what is computed.
 */
class ChaosIT {

    private static final boolean LONG = Boolean.getBoolean("heddle.long");
    private static final int PODS_A_NODE = LONG ? 50 : 10;

    /** Within which every living pair has heard each other again after anything died; measured is far less, but not on a machine that is busy. */
    private static final long PATIENCE_SECONDS = 60;

    private final long began = System.nanoTime();

    @Test
    void podsReachEachOtherWhateverDies() throws Exception {
        try (ChaosFabric fabric = ChaosFabric.start(
                "chaos.yaml", new ManagedLab.Size(2, 3, List.of()), LONG ? 3000 : 300, LONG ? 4 : 1)) {
            try {
                play(fabric);
            } catch (Exception | AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n" + fabric.logs(), e);
            }
        }
    }

    private void play(ChaosFabric fabric) throws Exception {
        say("fabric, etcd, controllers and agents run");
        fabric.addPods(PODS_A_NODE);
        say(fabric.pods.size() + " pods attached");
        heard(fabric, fabric.pods, "all pods attached");
        exactly(fabric, fabric.pods);
        untranslated(fabric);
        List<DeviceName> nodes =
                fabric.lab.nodes().stream().map(each -> each.name()).toList();
        try (Churn churn = new Churn(fabric, nodes, 500)) {
            for (Map.Entry<String, Outage> each : outages(fabric.lab).entrySet()) {
                fabric.lab.apply(each.getValue());
                heard(fabric, churn.living(), each.getKey());
                settled(fabric, churn);
                recovered(fabric.lab);
            }
            fabric.lab.apply(Outage.NONE);
            heard(fabric, churn.living(), "all repaired");
            settled(fabric, churn);
            for (String each : victims()) {
                // Of two controllers one may be away: with both dead their routes go.
                fabric.awaitControllers();
                fabric.restart(each);
                heard(fabric, churn.living(), each + " killed");
                settled(fabric, churn);
            }
            say(churn.turns() + " pods replaced meanwhile");
        }
        heard(fabric, fabric.pods, "pods rest");
        exactly(fabric, fabric.pods);
        assertThat(fabric.prober.translated()).isEmpty();
        acknowledged(fabric);
        aNodeDies(fabric, nodes.getLast());
    }

    /**
     * What is broken, one after the other; what was broken before comes back meanwhile. In the short form in such an order that no
     * leaf is without both of its spines while one of them starts.
     */
    private static Map<String, Outage> outages(ManagedLab lab) {
        Map<String, Outage> outages = new LinkedHashMap<>();
        List<Link> links = lab.lab().plan().fabric().links();
        if (LONG) {
            lab.management().switches().forEach(each -> outages.put(each.name() + " dead", Outage.of(each.name())));
            links.forEach(each -> outages.put(each + " cut", Outage.of(each)));
        } else {
            outages.put("leaf-1-1 dead", Outage.of(DeviceName.of("leaf-1-1")));
            links.stream()
                    .filter(each -> each.toString().contains("leaf-2-1:"))
                    .filter(each -> each.toString().contains("node-2-1:"))
                    .forEach(each -> outages.put(each + " cut", Outage.of(each)));
            outages.put("spine-1 dead", Outage.of(DeviceName.of("spine-1")));
        }
        return outages;
    }

    /** In the long form one thing is whole again before the next breaks. */
    private static void recovered(ManagedLab lab) throws Exception {
        if (LONG) {
            lab.apply(Outage.NONE);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!lab.lab().routers().stream().allMatch(each -> each.established() == each.sessions())) {
                assertThat(System.nanoTime()).as("sessions are up again").isLessThan(end);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
        }
    }

    /** In the long form after every death: what is left of the fabric holds what it should, no route more. */
    private void settled(ChaosFabric fabric, Churn churn) throws Exception {
        if (LONG) {
            churn.resting(() -> exactly(fabric, fabric.pods));
        }
    }

    private static List<String> victims() {
        return LONG
                ? List.of(
                        "controller-1",
                        "controller-2",
                        "agent-node-1-1",
                        "agent-node-2-2",
                        "etcd-1",
                        "etcd-2",
                        "etcd-3")
                : List.of("controller-1", "agent-node-1-1", "etcd-1", "controller-2");
    }

    private void heard(ChaosFabric fabric, List<Pod> pods, String after) {
        // Those that came meanwhile are looked at after the next death.
        long took = fabric.prober.awaitAll(
                () -> pods.stream().filter(fabric.pods::contains).toList(), PATIENCE_SECONDS);
        say(after + ": all pairs after " + took + " ms, none silent for more than " + fabric.prober.longestGapMillis()
                + " ms");
    }

    /** FRR and kernels have exactly these pods, and {@code heddle lab diff}'s comparison finds nothing. */
    private void exactly(ChaosFabric fabric, List<Pod> pods) throws Exception {
        Set<String> hosts =
                pods.stream().map(each -> each.address() + "/32").collect(Collectors.toCollection(TreeSet::new));
        new SwitchRoutes(fabric.lab).await(hosts, pods, PATIENCE_SECONDS);
        Map<Prefix, DeviceName> told = new TreeMap<>();
        pods.forEach(each -> told.put(Prefix.host(each.address()), each.node()));
        ToldConfig config = new ToldConfig(fabric.lab.lab().plan().config(), told);
        List<Endpoint> endpoints = pods.stream()
                .map(each -> new Endpoint(
                        Optional.of(each.name()),
                        each.node(),
                        Endpoint.macOf(each.address()),
                        Optional.of(each.address()),
                        Optional.empty()))
                .toList();
        Fidelity fidelity = compare(fabric, config, Endpoints.ofPods(endpoints));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!fidelity.isFull() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            fidelity = compare(fabric, config, Endpoints.ofPods(endpoints));
        }
        assertThat(fidelity.differences()).isEmpty();
        say("FRR and kernels hold exactly the " + pods.size() + " pods; " + fidelity.total()
                + " entries compared, no difference");
    }

    private static Fidelity compare(ChaosFabric fabric, ToldConfig config, Endpoints endpoints) throws Exception {
        Map<DeviceName, ExplicitTables> held = new TreeMap<>();
        fabric.lab.lab().held().forEach((device, tables) -> held.put(device, config.read(tables)));
        return Fidelity.of(config.config(), fabric.lab.lab().computed(config.config(), endpoints), held);
    }

    private void untranslated(ChaosFabric fabric) throws Exception {
        Capture capture = Capture.start(
                fabric.lab.lab().space("leaf-1-1"), fabric.lab.lab().path(), 2000);
        assertThat(capture.translated(1000)).isEmpty();
        say("no address is translated in a capture at leaf-1-1");
    }

    /** The store has every pod that runs and none that ended. */
    private void acknowledged(ChaosFabric fabric) throws Exception {
        List<String> missing = new ArrayList<>();
        String endpoints = fabric.lab.ask(0, "/v1/endpoints?limit=10000");
        for (Pod each : fabric.pods) {
            if (!endpoints.contains("\"" + each.address() + "\"")) {
                missing.add(each.toString());
            }
        }
        assertThat(missing).as(endpoints).isEmpty();
        assertThat(endpoints.split("\"container\"", -1).length - 1)
                .as(endpoints)
                .isEqualTo(fabric.pods.size());
        say("the controllers know exactly these pods");
    }

    private void aNodeDies(ChaosFabric fabric, DeviceName node) throws Exception {
        List<Pod> living =
                fabric.pods.stream().filter(each -> !each.node().equals(node)).toList();
        fabric.process("agent-" + node).kill();
        long died = System.nanoTime();
        fabric.lab.apply(Outage.of(node));
        Set<String> hosts =
                living.stream().map(each -> each.address() + "/32").collect(Collectors.toCollection(TreeSet::new));
        new SwitchRoutes(fabric.lab).await(hosts, living, PATIENCE_SECONDS);
        say(node + " dead: its routes are gone from every switch after "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - died) + " ms");
        heard(fabric, living, node + " dead");
    }

    private void say(String what) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, what);
    }
}
