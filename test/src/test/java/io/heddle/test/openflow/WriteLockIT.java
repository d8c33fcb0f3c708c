package io.heddle.test.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.onos.ovsdb.BridgePlace;
import io.heddle.controller.onos.ovsdb.OvsdbEvents;
import io.heddle.controller.onos.ovsdb.OvsdbProvider;
import io.heddle.controller.onos.ovsdb.SetupCompiler;
import io.heddle.controller.onos.ovsdb.SwitchReport;
import io.heddle.controller.onos.provider.Intent;
import io.heddle.controller.onos.provider.Lead;
import io.heddle.model.fabric.DeviceName;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The lock of a real database is stolen from the controller that writes (RFC 7047 sections 4.1.9 and 4.1.10): it says so and writes nothing without it.
 * While it leads it takes the lock back; when it does not lead any more it leaves it.
 */
class WriteLockIT {

    private static final DeviceName LEAF = TwoVteps.leaf(1);

    private final List<String> refused = new CopyOnWriteArrayList<>();

    private @Nullable OvsBed bed;

    @AfterEach
    void takeDown() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void withoutItsLockNothingIsWrittenAndALeaderTakesItBack() throws Exception {
        OvsBed here = OvsBed.create();
        bed = here;
        Path socket = here.ovs(here.space("s")).directory().resolve("db.sock");
        OvsdbProvider setups = provider(here, socket);
        Intent intent = TwoVteps.intent(1);
        setups.want(
                LEAF, SetupCompiler.compile(new BridgePlace("br0", 1, List.of()), intent.config(), intent.wiring()));
        untilNothingDiffers(setups);

        try (Thief thief = Thief.at(socket, "br0", "heddle_leaf_2d1")) {
            thief.steals();
            thief.removesPorts();
            OvsBed.until(
                    "the controller says so", () -> refused.contains("another controller took the right to write"));
            untilHeard(thief, "ports");
            assertThat(thief.heard())
                    .as("first the lock is taken back, then the ports are written")
                    .startsWith("no ports", "stolen", "ports");
            untilNothingDiffers(setups);

            setups.lead(new Lead.Follows());
            thief.queues();
            untilHeard(thief, "locked");
            thief.removesPorts();
            OvsBed.until(
                    "the controller has seen it",
                    () -> !setups.report(LEAF).differences().isEmpty());
            thief.listens();
            assertThat(thief.heard()).as("who follows takes and writes nothing").containsExactly("no ports");

            setups.lead(new Lead.Leads(2));
            untilHeard(thief, "ports");
            assertThat(thief.heard()).startsWith("no ports", "stolen", "ports");
        }
        assertThat(refused).as("it was told once, and refused nothing").hasSize(1);
    }

    private static void untilNothingDiffers(OvsdbProvider setups) throws Exception {
        OvsBed.until("the database holds what is wanted", () -> {
            SwitchReport report = setups.report(LEAF);
            return report.connected() && report.differences().isEmpty();
        });
    }

    private void untilHeard(Thief thief, String word) throws Exception {
        try {
            OvsBed.until(word + " is heard", () -> {
                thief.listens();
                return thief.heard().contains(word);
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but " + thief.heard() + refused, e);
        }
    }

    private OvsdbProvider provider(OvsBed here, Path socket) {
        OvsdbProvider provider = new OvsdbProvider(
                Map.of(LEAF, UnixDomainSocketAddress.of(socket)),
                new OvsdbEvents() {
                    @Override
                    public void refused(DeviceName device, String reason) {
                        refused.add(reason);
                    }

                    @Override
                    public void lost(DeviceName device, String reason) {
                        refused.add("lost: " + reason);
                    }
                },
                Duration.ofSeconds(5),
                new Lead.Leads(1),
                Optional.empty());
        here.closing(provider::close);
        return provider;
    }
}
