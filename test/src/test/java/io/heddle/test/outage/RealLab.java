package io.heddle.test.outage;

import io.heddle.lab.diff.Fidelity;
import io.heddle.lab.layout.Host;
import io.heddle.lab.layout.LabLayout;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.ProcessRef;
import io.heddle.lab.run.Lab;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.LabPlan;
import io.heddle.lab.run.Removal;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.topology.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A lab whose pods are probed. */
record RealLab(Lab lab, LabDirectory directory) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int FIRST_PORT = 20_000;

    static RealLab up(Plan plan) throws LabException {
        String name = "outage" + ProcessHandle.current().pid();
        LabDirectory directory = LabDirectory.of(name);
        try {
            Lab lab = Lab.up(LabPlan.of(name, plan.fabric(), plan.config(), plan.endpoints()), directory, List.of());
            return new RealLab(lab, directory);
        } catch (LabException | RuntimeException e) {
            Removal.remove(directory);
            throw e;
        }
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
    }

    /**
     * Flows between the first pods of all nodes.
     *
     * @param each how many a pair, each with a port of its own
     */
    List<Flow> flows(int each) {
        List<Host> pods = new ArrayList<>();
        for (Host host : layout().hosts()) {
            boolean isPod = !host.name().equals(host.node().value());
            if (isPod && pods.stream().noneMatch(pod -> pod.node().equals(host.node()))) {
                pods.add(host);
            }
        }
        List<Flow> flows = new ArrayList<>();
        int port = FIRST_PORT;
        for (Host from : pods) {
            for (Host to : pods) {
                for (int i = 0; i < each && !from.equals(to); i++) {
                    flows.add(new Flow(from, to, port++));
                }
            }
        }
        return flows;
    }

    /** kill -9. */
    void kill(DeviceName device, String daemon) throws LabException {
        Path file = directory.path().resolve(device.value()).resolve(daemon + ".pid");
        try {
            ProcessRef.running(Long.parseLong(Files.readString(file).strip())).ifPresent(ProcessRef::kill);
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
