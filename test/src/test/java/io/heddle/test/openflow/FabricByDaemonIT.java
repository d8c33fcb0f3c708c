package io.heddle.test.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.test.fabrics.PlannedFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One daemon and a fabric of real switches, two leafs and two spines: pods behind different leafs, and what becomes of them when something dies. */
class FabricByDaemonIT {

    private static final DeviceName NEAR = DeviceName.of("leaf-1-1");
    private static final DeviceName FAR = DeviceName.of("leaf-2-1");
    private static final DeviceName SPINE = DeviceName.of("spine-1");
    private static final DeviceName OTHER_SPINE = DeviceName.of("spine-2");

    private @Nullable OvsBed bed;

    @AfterEach
    void takeDown() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void podsBehindDifferentLeafsReachEachOtherWhateverOneSwitchLoses() throws Exception {
        OvsBed here = OvsBed.create();
        bed = here;
        PlannedOvs fabric = PlannedOvs.build(here, PlannedFile.beside(FabricByDaemonIT.class, "two-leafs.yaml"));
        PlannedNode one = new PlannedNode(fabric.plan(), DeviceName.of("node-1-1"));
        PlannedNode two = new PlannedNode(fabric.plan(), DeviceName.of("node-2-1"));
        Space near = one.podOn(here, fabric.of(NEAR).space(), "a");
        Space far = two.podOn(here, fabric.of(FAR).space(), "b");
        String ofNear = one.pod(0).toString();
        String ofFar = two.pod(0).toString();
        String late = one.pod(1).toString();
        fabric.bridges();
        try (ToldDaemon daemon = fabric.daemon()) {
            fabric.connect();
            daemon.settled();
            daemon.report(one.attached());
            daemon.report(two.attached());
            reached(fabric, daemon, near, ofFar);
            reached(fabric, daemon, far, ofNear);
            daemon.settled();
            for (DeviceName each : fabric.all().keySet()) {
                assertThat(fabric.routes(each, ofNear) && fabric.routes(each, ofFar))
                        .as(each.value())
                        .isTrue();
            }

            // A leaf whose controller is out of its reach forwards on; the others are told what is new.
            fabric.of(FAR).strand("br0");
            OvsBed.until("the leaf is missed", () -> daemon.drift()
                    .contains("\"switch\":\"leaf-2-1\",\"what\":\"session\""));
            daemon.report(one.attached(2, 1));
            OvsBed.until("the spine is told", () -> fabric.routes(SPINE, late));
            assertThat(fabric.routes(FAR, late)).isFalse();
            assertThat(near.reaches(ofFar)).isTrue();
            fabric.connect(FAR);
            daemon.settled();
            assertThat(fabric.routes(FAR, late)).isTrue();

            // A cable is cut: the leaf at the far end of the fabric sends nothing over that spine any more.
            String uplink = fabric.port(NEAR, SPINE).name().value();
            fabric.of(NEAR).space().ip("link set dev " + uplink + " down");
            OvsBed.until("the spine has no way to the pod", () -> !fabric.routes(SPINE, ofNear));
            daemon.settled();
            assertThat(daemon.log()).contains("\"event\":\"cable\",\"cable\":\"leaf-1-1:" + uplink);
            assertThat(fabric.of(FAR).ofctl("dump-flows", "br0", "table=3"))
                    .contains("output:" + fabric.port(FAR, OTHER_SPINE).number())
                    .doesNotContain("group:");
            assertThat(near.reaches(ofFar) && far.reaches(ofNear)).isTrue();
            fabric.of(NEAR).space().ip("link set dev " + uplink + " up");
            OvsBed.until("the spine has its way again", () -> fabric.routes(SPINE, ofNear));
            daemon.settled();

            // What is withdrawn goes from every switch.
            daemon.report(one.detached(3, 1));
            for (DeviceName each : fabric.all().keySet()) {
                OvsBed.until("the route is gone from " + each, () -> !fabric.routes(each, late));
            }
            daemon.settled();
            reached(fabric, daemon, near, ofFar);
        }
        OvsBed.until("pods reach each other without a controller", () -> near.reaches(ofFar));
    }

    private static void reached(PlannedOvs fabric, ToldDaemon daemon, Space from, String to) throws Exception {
        try {
            OvsBed.until("pods reach each other", () -> from.reaches(to));
        } catch (AssertionError e) {
            StringBuilder seen = new StringBuilder(daemon.drift());
            for (Ovs each : fabric.all().values()) {
                seen.append(each.ofctl("dump-flows", "br0")).append(each.ofctl("dump-groups", "br0"));
            }
            throw new AssertionError(seen + daemon.log(), e);
        }
    }
}
