package io.heddle.test.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.Masquerade;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.simulator.walk.Forwarding;
import io.heddle.simulator.walk.Position;
import io.heddle.simulator.walk.SourceAddress;
import io.heddle.simulator.walk.Step;
import io.heddle.test.fabrics.PlannedFile;
import io.heddle.topology.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A real kernel with a node's rule, in nftables, does to sources what a trace says of it. */
class MasqueradeIT {

    private static final DeviceName NODE = DeviceName.of("node-1-1");
    private static final IpAddress POD = IpAddress.parse("10.64.0.0");
    private static final IpAddress EXCEPTED = IpAddress.parse("10.64.0.64");
    private static final IpAddress OTHER_POOL = IpAddress.parse("10.65.0.1");
    private static final IpAddress OUTSIDE = IpAddress.parse("198.51.100.7");

    private final Plan plan;
    private final Forwarding forwarding;
    private final NodeProgram node;

    MasqueradeIT() throws Exception {
        plan = PlannedFile.beside(MasqueradeIT.class, "masquerading-node.yaml").plan();
        forwarding = new Forwarding(
                plan.fabric(),
                plan.config(),
                plan.endpoints(),
                StableStateSolver.solve(plan.fabric(), plan.config(), plan.endpoints(), Outage.NONE),
                Outage.NONE);
        node = plan.config().findNode(NODE).orElseThrow();
    }

    /** The source that the receiver sees, as a trace has it. */
    private String traced(IpAddress to) {
        if (forwarding.masquerade(NODE, POD, to).isEmpty()) {
            return POD.toString();
        }
        Position start = forwarding.fromNode(NODE, to);
        assertThat(forwarding.step(start)).isInstanceOf(Step.Sent.class);
        Step.Sent sent = (Step.Sent) forwarding.step(start);
        return new SourceAddress(plan.fabric(), node)
                .of(sent.legs().getFirst(), to.family())
                .orElseThrow()
                .toString();
    }

    @Test
    void theReceiverSeesWhatTheTraceSays() throws Exception {
        Masquerade rule = node.masquerade().orElseThrow();
        IpAddress loopback = node.loopbacks().getFirst();
        MasqueradeBed bed = new MasqueradeBed(POD, loopback, List.of(EXCEPTED, OTHER_POOL, OUTSIDE));
        try {
            assertThat(bed.seenFromPod(OTHER_POOL)).as("without the rule").isEqualTo(POD.toString());
            bed.masquerade(node.blocks().getFirst(), rule);

            // A ping is answered only if the reply finds its way back through the translation.
            for (IpAddress each : List.of(EXCEPTED, OTHER_POOL, OUTSIDE)) {
                assertThat(bed.seenFromPod(each)).as("to " + each).isEqualTo(traced(each));
            }
            assertThat(traced(EXCEPTED)).isEqualTo(POD.toString());
            assertThat(traced(OTHER_POOL)).isEqualTo(loopback.toString());

            // What others begin is translated neither there nor back.
            for (IpAddress each : List.of(EXCEPTED, OTHER_POOL)) {
                assertThat(bed.seenByPod(each)).as("from " + each).isEqualTo(each.toString());
            }
        } finally {
            bed.close();
        }
    }
}
