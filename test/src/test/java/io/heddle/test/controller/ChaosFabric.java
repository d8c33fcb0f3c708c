package io.heddle.test.controller;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.Parallel;
import io.heddle.lab.managed.Child;
import io.heddle.lab.managed.ManagedLab;
import io.heddle.lab.managed.Pod;
import io.heddle.lab.managed.Programs;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.LabPlan;
import io.heddle.lab.run.PodLimit;
import io.heddle.lab.run.Prerequisites;
import io.heddle.lab.run.Removal;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.fabric.DeviceName;
import io.heddle.test.fabrics.PlannedFile;
import io.heddle.topology.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A managed lab, with a process of everything by name and the pods that run. */
final class ChaosFabric implements AutoCloseable {

    private static final String PREFIX = "chaos-";

    final ManagedLab lab;
    final Map<String, Child> processes = new TreeMap<>();
    final List<Pod> pods = new CopyOnWriteArrayList<>();
    final Prober prober;
    private final ManagedLab.Size size;
    private final Map<DeviceName, ContainerPods> runtimes = new TreeMap<>();
    private final AtomicInteger named = new AtomicInteger();

    private ChaosFabric(ManagedLab lab, ManagedLab.Size size, Prober prober) {
        this.lab = lab;
        this.size = size;
        this.prober = prober;
    }

    /** What is missing on this machine skips the test. */
    static Programs programs() {
        Optional<String> missing = Prerequisites.missing();
        assumeTrue(missing.isEmpty(), missing.orElse(""));
        for (String each : List.of("/usr/bin/etcd", "/usr/bin/curl", "/usr/bin/openssl")) {
            assumeTrue(Files.isExecutable(Path.of(each)), "no " + each);
        }
        Optional<Programs> programs = Programs.here();
        assumeTrue(programs.isPresent(), "heddle-cni is not built: no C compiler when cni-bridge was built");
        return programs.orElseThrow();
    }

    /** Starts one whose pods are attached by calling the plugin. */
    static ChaosFabric start(String scenario, ManagedLab.Size size, long probeMillis) throws Exception {
        return start(scenario, size, probeMillis, 0);
    }

    /**
     * Starts one.
     *
     * @param runtimes so many nodes have a containerd that makes their pods; at the others the plugin is called as by one
     */
    static ChaosFabric start(String scenario, ManagedLab.Size size, long probeMillis, int runtimes) throws Exception {
        Programs programs = programs();
        reap();
        Path file = Path.of(
                Objects.requireNonNull(ChaosFabric.class.getResource(scenario)).toURI());
        Plan plan = PlannedFile.of(file).plan();
        LabDirectory directory =
                LabDirectory.of(PREFIX + ProcessHandle.current().pid());
        ManagedLab lab = ManagedLab.build(
                LabPlan.of(directory.lab(), plan.fabric(), plan.config(), PodLimit.perNode(plan.endpoints(), 0)),
                directory,
                List.of(),
                file,
                programs,
                size);
        ChaosFabric fabric = new ChaosFabric(lab, size, new Prober(probeMillis));
        try {
            fabric.startAll(runtimes);
            return fabric;
        } catch (Exception | AssertionError e) {
            fabric.close();
            throw e;
        }
    }

    /** Takes away what a test left that was killed. */
    private static void reap() throws LabException {
        for (String each : LabDirectory.all()) {
            if (each.matches(PREFIX + "[0-9]+")
                    && ProcessHandle.of(Long.parseLong(each.substring(PREFIX.length())))
                            .isEmpty()) {
                Removal.remove(LabDirectory.of(each));
            }
        }
    }

    private void startAll(int nodesWithRuntime) throws Exception {
        for (int i = 0; i < size.etcd(); i++) {
            started(lab.startEtcd(i));
        }
        for (int i = 0; i < size.controllers(); i++) {
            started(lab.startController(i));
        }
        for (NodeProgram each : lab.nodes()) {
            started(lab.startAgent(each.name()));
        }
        for (NodeProgram each : lab.nodes()) {
            ManagedLab.awaitAgent(process("agent-" + each.name()));
        }
        for (NodeProgram each : lab.nodes().subList(0, nodesWithRuntime)) {
            runtimes.put(each.name(), ContainerPods.start(lab, each.name()));
        }
    }

    /** Until each has told every switch everything. */
    void awaitControllers() throws LabException {
        for (int i = 0; i < size.controllers(); i++) {
            lab.awaitController(i);
        }
    }

    void started(Child child) {
        processes.put(child.name(), child);
    }

    Child process(String name) {
        return Objects.requireNonNull(processes.get(name), name);
    }

    /** Another pod at a node, from now on heard by all others. */
    Pod addPod(DeviceName node) throws LabException {
        String name = "pod" + named.getAndIncrement();
        @Nullable ContainerPods runtime = runtimes.get(node);
        Pod pod = runtime == null ? lab.addPod(node, name) : runtime.add(name);
        try {
            prober.add(pod);
        } catch (IOException e) {
            throw new LabException("no prober in " + pod + ": " + e.getMessage(), e);
        }
        pods.add(pod);
        return pod;
    }

    /** So many at each node, all nodes at a time. */
    void addPods(int aNode) throws LabException {
        Parallel.map(lab.nodes(), each -> {
            for (int i = 0; i < aNode; i++) {
                addPod(each.name());
            }
            return true;
        });
    }

    void removePod(Pod pod) throws LabException {
        try {
            prober.remove(pod);
        } catch (IOException e) {
            throw new LabException("the prober stays in " + pod + ": " + e.getMessage(), e);
        }
        pods.remove(pod);
        @Nullable ContainerPods runtime = runtimes.get(pod.node());
        if (runtime == null) {
            lab.removePod(pod);
        } else {
            runtime.remove(pod);
        }
    }

    /** Kills a process without a word and starts it again at once. */
    void restart(String name) throws LabException {
        process(name).kill();
        int number = name.charAt(name.length() - 1) - '1';
        if (name.startsWith("agent-")) {
            started(lab.startAgent(DeviceName.of(name.substring("agent-".length()))));
        } else {
            started(name.startsWith("etcd-") ? lab.startEtcd(number) : lab.startController(number));
        }
    }

    /** What the processes wrote, for whoever must find out. */
    String logs() {
        StringBuilder text = new StringBuilder();
        processes.forEach((name, child) -> {
            String log = child.log();
            text.append("--- ")
                    .append(name)
                    .append(child.lives() ? "" : " (ended)")
                    .append('\n');
            text.append(log, Math.max(0, log.length() - 1500), log.length()).append('\n');
        });
        return text.toString();
    }

    @Override
    public void close() throws LabException, IOException {
        prober.close();
        runtimes.values().forEach(ContainerPods::close);
        lab.close();
    }
}
