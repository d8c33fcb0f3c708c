package io.heddle.test.southbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.model.fabric.DeviceName;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Routes of type 5 and of hosts in a tenant's VRF that a leaf was told: held, lost, led elsewhere; said each time, and told again. */
class HeldRoutedIT {

    private static final String NOWHERE = "10.9.9.9";

    @TempDir
    private Path directory;

    /** A leaf that holds what it was told: a subnet by way of a VTEP. */
    private record Scene(ToldLeaf leaf, String subnet, String vtep) {

        String held(String to) throws Exception {
            return Command.of("ip", "-n", leaf.fabric.overlay("l1"), "route", "show", "exact", to)
                    .output();
        }

        void untilItStands() throws Exception {
            leaf.until("the leaf routes the subnet over the L3VNI", () -> held(subnet)
                    .contains("via " + vtep + " dev br5000"));
            leaf.untilNothingDiffers();
        }
    }

    @FunctionalInterface
    private interface Play {
        void on(Scene scene) throws Exception;
    }

    static Stream<Arguments> sources() {
        return Stream.of(
                Arguments.of(ToldLeaf.KERNEL, false),
                Arguments.of(ToldLeaf.FRR, false),
                Arguments.of(ToldLeaf.FRR, true));
    }

    /** Read from FRR, which tells of every VRF, and from the kernel's tables. */
    @ParameterizedTest
    @MethodSource("sources")
    void aSubnetThatALeafDoesNotTakeIsSaidAndToldAgain(String source, boolean tenant) throws Exception {
        play(source, tenant, scene -> {
            scene.leaf.fabric.filterEvpn("l1", "");
            scene.leaf.until(
                    "the leaf has lost it", () -> scene.held(scene.subnet).isEmpty());
            scene.leaf.until(
                    "that is said",
                    () -> scene.leaf.drift().contains("prefix=" + scene.subnet)
                            && scene.leaf.drift().contains("none; told again "));

            scene.leaf.fabric.filterEvpn("l1", "no ");
            scene.untilItStands();
            assertThat(scene.leaf.daemon.log()).contains("\"event\":\"mended\"");
        });
    }

    @Test
    void aSubnetThatLeadsToAnotherVtepIsSaidAndToldAgain() throws Exception {
        play(ToldLeaf.KERNEL, true, scene -> {
            Batch.ip(
                    scene.leaf.fabric.overlay("l1"),
                    List.of("route replace " + scene.subnet + " via " + NOWHERE
                            + " dev br5000 onlink proto bgp metric 20"));
            scene.leaf.until(
                    "it is said", () -> scene.leaf.daemon.log().contains("by way of [" + NOWHERE + "]; told again "));
            scene.untilItStands();
            assertThat(scene.leaf.daemon.log()).contains("\"event\":\"mended\"");
        });
    }

    /** Once the leaf holds all of it, and nothing differs. */
    private void play(String source, boolean tenant, Play play) throws Exception {
        String silent = "{switch: leaf-2-1, router-mac: '02:00:00:00:50:02'}";
        try (ToldLeaf leaf = tenant
                ? ToldLeaf.withTenant(directory, "held-routed.yaml", source, silent)
                : ToldLeaf.start(directory, "held-routed.yaml", source, silent)) {
            String pod = leaf.pod();
            Announcement.Evpn told =
                    leaf.daemon.daemon().loop().state().wanted(DeviceName.of("leaf-1-1")).routes().values().stream()
                            .filter(each -> each instanceof Announcement.Evpn evpn
                                    && evpn.route() instanceof EvpnRoute.IpPrefix)
                            .map(Announcement.Evpn.class::cast)
                            .findFirst()
                            .orElseThrow();
            Scene scene = new Scene(
                    leaf,
                    ((EvpnRoute.IpPrefix) told.route()).prefix().toString(),
                    told.nextHop().toString());
            scene.untilItStands();
            leaf.until("the pod too", () -> scene.held(pod).contains("via " + scene.vtep + " dev br5000"));
            play.on(scene);
        }
    }
}
