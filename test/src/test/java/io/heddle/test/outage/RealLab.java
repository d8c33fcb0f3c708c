package io.heddle.test.outage;

import io.heddle.lab.clock.Deadline;
import io.heddle.lab.diff.Fidelity;
import io.heddle.lab.frr.Daemons;
import io.heddle.lab.layout.Host;
import io.heddle.lab.layout.LabLayout;
import io.heddle.lab.layout.RouterSpace;
import io.heddle.lab.layout.SwitchFace;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.ProcessRef;
import io.heddle.lab.run.Lab;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.LabPlan;
import io.heddle.lab.run.Removal;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.topology.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A lab whose pods are probed. */
record RealLab(Lab lab, LabDirectory directory, boolean watched) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /**
     * Builds it.
     *
     * @param watched whether BFD runs
     */
    static RealLab up(Plan plan, boolean watched) throws LabException {
        String name = "outage" + ProcessHandle.current().pid();
        LabDirectory directory = LabDirectory.of(name);
        try {
            Lab lab = Lab.up(LabPlan.of(name, plan.fabric(), plan.config(), plan.endpoints()), directory, List.of());
            RealLab real = new RealLab(lab, directory, watched);
            real.scatter();
            if (watched) {
                real.watch();
            }
            real.letMove();
            return real;
        } catch (LabException | RuntimeException e) {
            Removal.remove(directory);
            throw e;
        }
    }

    /**
     * Has every device hash flows in its own way, as machines do that booted with keys of their own. Namespaces share the kernel's key:
     * every device would pick the same leg for a flow, and half of the cables would carry nothing.
     */
    private void scatter() throws LabException {
        int seed = 1;
        for (RouterSpace each : layout().routers()) {
            Command.of(
                            "ip",
                            "netns",
                            "exec",
                            each.space(),
                            "sysctl",
                            "-qw",
                            "net.ipv4.fib_multipath_hash_seed=" + seed++)
                    .output();
        }
    }

    /**
     * Starts BFD beside the daemons of every router. The lab itself does without: on a machine that is busy otherwise BFD takes delay for
     * death.
     */
    private void watch() throws LabException {
        for (RouterSpace each : layout().routers()) {
            Path own = lab.routerDirectory(each.device());
            Path pid = own.resolve("bfdd.pid");
            Command.of(
                            "ip",
                            "netns",
                            "exec",
                            each.space(),
                            Daemons.HOME.resolve("bfdd").toString(),
                            "-d",
                            "-P",
                            "0")
                    .with("-f", own.resolve("frr.conf").toString(), "-i", pid.toString())
                    .with("-z", own.resolve("zserv.api").toString(), "--vty_socket", own.toString())
                    .with("--bfdctl", own.resolve("bfdd.sock").toString())
                    .with("--log", "file:" + own.resolve("bfdd.log"))
                    .output();
            lab.adopt(
                    process(pid).orElseThrow(() -> new LabException("bfdd of " + each.device() + " ended at once")),
                    "bfdd-" + each.device());
        }
    }

    /** More than four moves of one MAC in three minutes make bgpd suspicious (RFC 7432 section 15.1), and these drills are many moves. */
    private void letMove() throws LabException {
        for (SwitchFace each : layout().switches()) {
            if (each.config().vtep().isPresent()) {
                var asn = each.config().bgp().orElseThrow().asn();
                new Daemons(
                                layout().router(each.config().name()).orElseThrow(),
                                lab.routerDirectory(each.config().name()))
                        .ask(
                                "bgpd",
                                List.of(
                                        "enable",
                                        "configure terminal",
                                        "router bgp " + asn,
                                        "address-family l2vpn evpn",
                                        "no dup-addr-detection"));
            }
        }
    }

    /** Whether as many BFD sessions are up as there are. */
    private boolean isWatched() throws LabException {
        for (RouterSpace each : layout().routers()) {
            String said = new Daemons(each, lab.routerDirectory(each.device()))
                    .ask("bfdd", List.of("enable", "show bfd peers"))
                    .getLast();
            if (said.contains("Status: down") || said.contains("Status: init")) {
                return false;
            }
        }
        return true;
    }

    LabLayout layout() {
        return lab.plan().layout();
    }

    /** Returns when the switches hold what is computed. */
    void settle() throws LabException {
        lab.speak();
        Fidelity fidelity = lab.settle(PATIENCE);
        if (!fidelity.isFull()) {
            throw new LabException("the lab does not come to rest: " + fidelity.differences());
        }
        Deadline deadline = Deadline.in(PATIENCE);
        while (watched && !isWatched()) {
            if (deadline.isPast()) {
                throw new LabException("BFD sessions do not come up");
            }
            deadline.pause();
        }
    }

    /** Returns when the switches hold what is computed with this broken. */
    void settle(Outage broken) throws LabException {
        LabPlan plan = lab.plan();
        var computed = StableStateSolver.solve(plan.fabric(), plan.config(), plan.endpoints(), broken)
                .tables();
        Deadline deadline = Deadline.in(PATIENCE);
        for (Fidelity fidelity = Fidelity.of(plan.config(), computed, lab.held());
                !fidelity.isFull();
                fidelity = Fidelity.of(plan.config(), computed, lab.held())) {
            if (deadline.isPast()) {
                throw new LabException("the broken lab does not come to rest: " + fidelity.differences());
            }
            deadline.pause();
        }
    }

    /**
     * Flows between the first pods of all nodes.
     *
     * @param each how many a pair, each with a port of its own
     * @param first of those ports: other ports are other flows, which other cables carry
     */
    List<Flow> flows(int each, int first) {
        List<Host> pods = new ArrayList<>();
        for (Host host : layout().hosts()) {
            boolean isPod = !host.space().equals(lab.space(host.node().value()));
            if (isPod && pods.stream().noneMatch(pod -> pod.node().equals(host.node()))) {
                pods.add(host);
            }
        }
        List<Flow> flows = new ArrayList<>();
        int port = first;
        for (Host from : pods) {
            for (Host to : pods) {
                for (int i = 0; i < each && !from.equals(to); i++) {
                    flows.add(new Flow(from, to, port++));
                }
            }
        }
        return flows;
    }

    /** kill -9, if the device runs it. */
    void kill(DeviceName device, String daemon) throws LabException {
        Path file = lab.routerDirectory(device).resolve(daemon + ".pid");
        if (Files.exists(file)) {
            process(file).ifPresent(ProcessRef::kill);
        }
    }

    private static Optional<ProcessRef> process(Path file) throws LabException {
        try {
            return ProcessRef.running(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new LabException("no " + file, e);
        }
    }

    /** Ends a device and starts it anew. */
    void restart(DeviceName device) throws LabException {
        lab.apply(Outage.of(device));
        lab.apply(Outage.NONE);
    }

    @Override
    public void close() throws LabException {
        Removal.remove(directory);
    }
}
