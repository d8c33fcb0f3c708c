package io.heddle.test.southbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What EVPN made of routes that a leaf was told, and then did not hold: said, and told again. */
class HeldOverlayIT {

    private static final String NODE = "node-2-1";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"kernel: [ip, netns, exec, %1$s]", "frr: [vtysh, --vty_socket, %2$s]"})
    void aMacThatALeafDoesNotTakeIsSaidAndToldAgain(String source) throws Exception {
        FrrFabric fabric = FrrFabric.start(1, 1);
        try (RunningDaemon daemon = new RunningDaemon(fabric, directory, "held-overlay.yaml", """
                    store: {directory: %s}
                    http: {listen: "127.0.0.1:0"}
                    bgp:
                      asn: 64999
                      router-id: 172.31.0.254
                      switches:
                        - {switch: leaf-1-1, address: 172.31.0.1, from: 172.31.0.254, asn: 65101}
                    silent-vteps:
                      - {switch: leaf-2-1}
                    tables:
                      every-seconds: 1
                      stale-seconds: 3
                      switches:
                        - {switch: leaf-1-1, %s}
                    """.formatted(
                        directory.resolve("store"), source.formatted(fabric.space("l1"), fabric.directory("l1"))))) {
            // Where the silent VTEP is.
            Batch.ip(fabric.space("l1"), List.of("route add 100.64.0.0/10 via 10.1.1.2"));
            String pod = first(daemon.place(NODE).planned().getFirst());
            String mac = Endpoint.macOf(IpAddress.parse(pod)).toString();
            daemon.report(NODE, List.of(pod));
            daemon.until("the leaf has the MAC", () -> fdb(fabric).contains(mac));
            daemon.until("nothing differs", () -> daemon.get("/v1/drift").contains("\"items\":[]"));

            // FRR puts back by itself what the kernel loses; what it refuses it does not.
            fabric.filterEvpn("l1", "");
            daemon.until("the leaf has lost it", () -> !fdb(fabric).contains(mac));
            daemon.until("that is said", () -> daemon.get("/v1/drift").contains("none; told again "));
            daemon.until(
                    "all of it is",
                    () -> daemon.get("/v1/drift").contains(mac)
                            && daemon.get("/v1/drift").contains("InclusiveMulticast"));

            fabric.filterEvpn("l1", "no ");
            daemon.until("it is there", () -> fdb(fabric).contains(mac));
            daemon.until(
                    "nothing differs any more", () -> daemon.get("/v1/drift").contains("\"items\":[]"));
            assertThat(daemon.log()).contains("\"event\":\"mended\"");
        } finally {
            fabric.close();
        }
    }

    private static String first(Prefix block) {
        return block.address().plus(5).toString();
    }

    private static String fdb(FrrFabric fabric) throws Exception {
        return Command.of("bridge", "-n", fabric.space("l1"), "fdb", "show", "dev", "vx100")
                .output();
    }
}
