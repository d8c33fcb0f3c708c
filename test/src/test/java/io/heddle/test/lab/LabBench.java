package io.heddle.test.lab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.Lab;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.LabPlan;
import io.heddle.lab.run.Prerequisites;
import io.heddle.lab.run.Removal;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.Fabric;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A lab for the length of a test, taken away whatever happens in it. */
final class LabBench implements AutoCloseable {

    /** Far more than it takes, for machines that do much else. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final LabDirectory directory;
    final Lab lab;

    private LabBench(LabDirectory directory, Lab lab) {
        this.directory = directory;
        this.lab = lab;
    }

    /** Skips the test where no lab can be built, with the reason. */
    static void assumeThatLabsCanBeBuilt() {
        Optional<String> missing = Prerequisites.missing();
        assumeTrue(missing.isEmpty(), missing.orElse(""));
    }

    static LabBench up(Fabric fabric, NetworkConfig config, Endpoints endpoints) throws LabException {
        // Unlike the labs of other runs on this machine.
        String name = "it" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        LabDirectory directory = LabDirectory.of(name);
        try {
            Lab lab = Lab.up(LabPlan.of(name, fabric, config, endpoints), directory, List.of());
            lab.speak();
            return new LabBench(directory, lab);
        } catch (LabException | RuntimeException e) {
            Removal.remove(directory);
            throw e;
        }
    }

    @Override
    public void close() throws LabException {
        Removal.remove(directory);
    }
}
