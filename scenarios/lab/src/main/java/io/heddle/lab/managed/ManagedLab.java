package io.heddle.lab.managed;

import io.heddle.lab.clock.Deadline;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.Parallel;
import io.heddle.lab.run.Lab;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.LabPlan;
import io.heddle.lab.run.Removal;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A fabric with everything that manages it. Closing it takes all of it away. Single-threaded but for pods. */
public final class ManagedLab implements AutoCloseable {

    /**
     * How much of everything.
     *
     * @param settings more lines of each controller's configuration
     * @param restartSeconds how long switches keep what dead controllers announced
     */
    public record Size(int controllers, int etcd, List<String> settings, int restartSeconds) {

        /** Long enough for a controller to start on a machine that has much else to do. */
        private static final int RESTART_SECONDS = 120;

        public Size(int controllers, int etcd, List<String> settings) {
            this(controllers, etcd, settings, RESTART_SECONDS);
        }

        public Size {
            settings = List.copyOf(settings);
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final LabDirectory labDirectory;
    private final Lab lab;
    private final Management management;
    private final Path directory;
    private final Programs programs;
    private final Size size;
    private final Path scenario;
    private final Etcd etcd;
    private final PodRuntime runtime;
    private final NodeUplinks uplinks;
    private final DarkPorts ports;

    private ManagedLab(
            LabDirectory labDirectory, Lab lab, Management management, Path scenario, Programs programs, Size size)
            throws LabException {
        this.labDirectory = labDirectory;
        this.lab = lab;
        this.management = management;
        this.programs = programs;
        this.size = size;
        directory = lab.path().resolve("managed");
        this.scenario = directory.resolve("scenario.yaml");
        try {
            Files.createDirectories(directory);
            Files.copy(scenario, this.scenario);
        } catch (IOException e) {
            throw new LabException("cannot write below " + directory + ": " + e.getMessage(), e);
        }
        etcd = new Etcd(lab, management.space(), directory, size.etcd());
        runtime = new PodRuntime(lab, programs.cni(), directory);
        uplinks = new NodeUplinks(lab);
        ports = new DarkPorts(lab);
    }

    /**
     * Builds the fabric, the network of the controllers beside it, and certificates. No process but the routers' runs yet.
     *
     * @param plan without pods
     * @param arguments see {@link Lab#up}
     * @param scenario what controllers are given as their fabric
     */
    public static ManagedLab build(
            LabPlan plan, LabDirectory directory, List<String> arguments, Path scenario, Programs programs, Size size)
            throws LabException {
        Lab lab = Lab.up(Management.lettingIn(plan), directory, arguments);
        ManagedLab built =
                new ManagedLab(directory, lab, Management.build(lab, size.controllers()), scenario, programs, size);
        built.certificates();
        for (NodeProgram each : built.nodes()) {
            built.uplinks.apply(each);
        }
        return built;
    }

    private void certificates() throws LabException {
        Certificates certificates = Certificates.make(directory);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size.controllers(); i++) {
            names.add("controller-" + (i + 1) + " IP:" + Management.controller(i));
        }
        names.add("owner URI:urn:heddle:role:write");
        nodes().forEach(each -> names.add(each.name() + " URI:urn:heddle:node:" + each.name()));
        for (String each : names) {
            String[] words = each.split(" ", -1);
            certificates.issue(words[0], words[1]);
        }
    }

    public Lab lab() {
        return lab;
    }

    public Management management() {
        return management;
    }

    public List<NodeProgram> nodes() {
        return lab.plan().config().nodes();
    }

    public Child startEtcd(int member) throws LabException {
        return etcd.start(member);
    }

    /** Starts a controller, from 0; {@link #awaitController} waits for it. */
    public Child startController(int index) throws LabException {
        Path file = ConfigFiles.controller(directory, index, scenario, etcd.endpoints(), management, size);
        return Child.start(
                lab,
                management.space(),
                "controller-" + (index + 1),
                directory,
                words(programs.heddle(), "controller", "--config", file.toString()));
    }

    /** Waits until a controller has told every switch everything; all of them must live. */
    public void awaitController(int index) throws LabException {
        Deadline deadline = Deadline.in(PATIENCE);
        while (true) {
            String answer;
            try {
                answer = ask(index, "/v1/drift");
            } catch (LabException e) {
                answer = String.valueOf(e.getMessage());
            }
            if (answer.contains("\"items\":[]")) {
                return;
            }
            if (deadline.isPast() || Thread.currentThread().isInterrupted()) {
                throw new LabException("controller-" + (index + 1) + " has not told every switch: " + answer);
            }
            deadline.pause();
        }
    }

    /** Starts the agent of a node. */
    public Child startAgent(DeviceName node) throws LabException {
        Path file = ConfigFiles.agent(directory, program(node), size.controllers());
        return Child.start(
                lab,
                lab.space(node.value()),
                "agent-" + node,
                directory,
                words(programs.agent(), "--config", file.toString()));
    }

    /** Where the agent of a node takes requests. */
    public Path agentSocket(DeviceName node) {
        return directory.resolve(node + ".sock");
    }

    /** Waits until an agent takes requests. */
    public static void awaitAgent(Child agent) throws LabException {
        agent.awaitLog("\"ready\"");
    }

    private static List<String> words(List<String> first, String... more) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return all;
    }

    private NodeProgram program(DeviceName node) {
        return lab.plan()
                .config()
                .findNode(node)
                .orElseThrow(() -> new IllegalArgumentException("no node " + node + " in the lab"));
    }

    /** Starts a pod as a container runtime does. */
    public Pod addPod(DeviceName node, String name) throws LabException {
        preparePod(node, name);
        return attachPod(node, name);
    }

    /** The first half of {@link #addPod}: what a runtime does by itself, the namespace. */
    public void preparePod(DeviceName node, String name) throws LabException {
        runtime.prepare(node, name);
    }

    /** The second half: ADD. */
    public Pod attachPod(DeviceName node, String name) throws LabException {
        return runtime.attach(node, name);
    }

    /** Ends one. */
    public void removePod(Pod pod) throws LabException {
        runtime.remove(pod);
    }

    /** What a controller's API answers to GET; without an answer the reason is thrown. */
    public String ask(int controller, String path) throws LabException {
        return Command.of(
                        "nsenter",
                        "--net=/run/netns/" + management.space(),
                        "curl",
                        "--silent",
                        "--show-error",
                        "--fail-with-body",
                        "--max-time",
                        "10",
                        "--cacert",
                        directory.resolve("ca.pem").toString(),
                        "--cert",
                        directory.resolve("owner.pem").toString(),
                        "--key",
                        directory.resolve("owner.key").toString(),
                        "https://" + Management.controller(controller) + ":" + ConfigFiles.API_PORT + path)
                .output();
    }

    /**
     * Breaks and repairs until exactly this is broken. A leaf that starts lights its ports to nodes as {@code heddle render} says; nodes use their
     * links again that are whole.
     */
    public void apply(Outage outage) throws LabException {
        ports.apply(outage);
        Parallel.map(nodes(), each -> {
            uplinks.apply(each);
            return true;
        });
    }

    /** Takes everything away: processes, namespaces, files. */
    @Override
    public void close() throws LabException {
        Removal.remove(labDirectory);
    }
}
