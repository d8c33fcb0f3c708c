package io.heddle.test.southbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.lab.linux.Batch;
import io.heddle.model.fabric.DeviceName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Routes of type 5 and of hosts in a tenant's VRF that a leaf was told: held, lost, led elsewhere; said each time, and told again. */
class HeldRoutedIT {

    private static final String NODE = "node-2-1";
    private static final String KERNEL = "kernel: [ip, netns, exec, %1$s]";
    private static final String FRR = "frr: [vtysh, --vty_socket, %2$s]";
    private static final String NOWHERE = "10.9.9.9";

    @TempDir
    private Path directory;

    /** A leaf that holds what it was told: a subnet by way of a VTEP. */
    private record Scene(FrrFabric fabric, RunningDaemon daemon, String subnet, String vtep) {

        String held(String to) throws Exception {
            return fabric.run("l1", "ip", "route", "show", "exact", to);
        }

        String drift() throws Exception {
            return daemon.get("/v1/drift");
        }

        void until(String what, FrrFabric.Condition condition) throws Exception {
            daemon.until(what, condition);
        }

        void untilItStands() throws Exception {
            until("the leaf routes the subnet over the L3VNI", () -> held(subnet)
                    .contains("via " + vtep + " dev br5000"));
            until("nothing differs", () -> drift().contains("\"items\":[]"));
        }
    }

    @FunctionalInterface
    private interface Play {
        void on(Scene scene) throws Exception;
    }

    @ParameterizedTest
    @ValueSource(strings = {KERNEL, FRR})
    void aSubnetThatALeafDoesNotTakeIsSaidAndToldAgain(String source) throws Exception {
        play(source, scene -> {
            scene.fabric.filterEvpn("l1", "");
            scene.until("the leaf has lost it", () -> scene.held(scene.subnet).isEmpty());
            scene.until(
                    "that is said",
                    () -> scene.drift().contains("prefix=" + scene.subnet)
                            && scene.drift().contains("none; told again "));

            scene.fabric.filterEvpn("l1", "no ");
            scene.untilItStands();
            assertThat(scene.daemon.log()).contains("\"event\":\"mended\"");
        });
    }

    @Test
    void aSubnetThatLeadsToAnotherVtepIsSaidAndToldAgain() throws Exception {
        play(KERNEL, scene -> {
            Batch.ip(
                    scene.fabric.space("l1"),
                    List.of("route replace " + scene.subnet + " via " + NOWHERE
                            + " dev br5000 onlink proto bgp metric 20"));
            scene.until("it is said", () -> scene.daemon.log().contains("by way of [" + NOWHERE + "]; told again "));
            scene.untilItStands();
            assertThat(scene.daemon.log()).contains("\"event\":\"mended\"");
        });
    }

    /** Once the leaf holds all of it, and nothing differs. */
    private void play(String source, Play play) throws Exception {
        FrrFabric fabric = FrrFabric.start(1, 1);
        try (RunningDaemon daemon = new RunningDaemon(fabric, directory, "held-routed.yaml", """
                    store: {directory: %s}
                    http: {listen: "127.0.0.1:0"}
                    bgp:
                      asn: 64999
                      router-id: 172.31.0.254
                      switches:
                        - {switch: leaf-1-1, address: 172.31.0.1, from: 172.31.0.254, asn: 65101}
                    silent-vteps:
                      - {switch: leaf-2-1, router-mac: "02:00:00:00:50:02"}
                    tables:
                      every-seconds: 1
                      stale-seconds: 3
                      switches:
                        - {switch: leaf-1-1, %s}
                    """.formatted(
                        directory.resolve("store"), source.formatted(fabric.space("l1"), fabric.directory("l1"))))) {
            // Where the silent VTEP is.
            Batch.ip(fabric.space("l1"), List.of("route add 100.64.0.0/10 via 10.1.1.2"));
            String pod =
                    daemon.place(NODE).planned().getFirst().address().plus(5).toString();
            daemon.report(NODE, List.of(pod));
            Announcement.Evpn told =
                    daemon.daemon().loop().state().wanted(DeviceName.of("leaf-1-1")).routes().values().stream()
                            .filter(each -> each instanceof Announcement.Evpn evpn
                                    && evpn.route() instanceof EvpnRoute.IpPrefix)
                            .map(Announcement.Evpn.class::cast)
                            .findFirst()
                            .orElseThrow();
            Scene scene = new Scene(
                    fabric,
                    daemon,
                    ((EvpnRoute.IpPrefix) told.route()).prefix().toString(),
                    told.nextHop().toString());
            scene.untilItStands();
            scene.until("the pod too", () -> scene.held(pod).contains("via " + scene.vtep + " dev br5000"));
            play.on(scene);
        } finally {
            fabric.close();
        }
    }
}
