package io.heddle.test.southbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.linux.Batch;
import io.heddle.model.net.IpFamily;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A route that a leaf lost is put right by controllers that announce the same, each in its own session. */
class ReplicasMendIT {

    private static final String NODE = "node-1-1";
    private static final String POD = "10.64.0.1";

    @TempDir
    private Path directory;

    @Test
    void aRouteThatTwoControllersAnnounceIsMended() throws Exception {
        FrrFabric fabric = FrrFabric.start(1, 1);
        try (RunningDaemon one = controller(fabric, "172.31.0.254");
                RunningDaemon other = controller(fabric, "172.31.0.253")) {
            String near = one.place(NODE)
                    .uplinks()
                    .getFirst()
                    .nextHop(IpFamily.IPV4)
                    .orElseThrow()
                    .toString();
            Batch.ip(fabric.space("l1"), List.of("addr add 10.10.255.254/16 dev n0"));
            Batch.ip(fabric.space("n1"), List.of("addr add " + near + "/16 dev eth0"));
            for (RunningDaemon each : List.of(one, other)) {
                each.report(NODE, List.of(POD));
                each.until("nothing differs", () -> each.get("/v1/drift").contains("\"items\":[]"));
            }
            one.until("the leaf has it", () -> fabric.routes("l1", POD).contains("via " + near));

            List<String> tries = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Batch.ip(fabric.space("l1"), List.of("route replace blackhole " + POD + "/32 proto bgp metric 20"));
                one.until("it is there", () -> fabric.routes("l1", POD).contains("via " + near));
                for (RunningDaemon each : List.of(one, other)) {
                    each.until("nothing differs any more", () -> each.get("/v1/drift")
                            .contains("\"items\":[]"));
                }
                tries.add(fabric.routes("l1", POD));
            }
            assertThat(tries).allMatch(each -> each.contains("via " + near));
            assertThat(one.log() + other.log()).contains("\"event\":\"mended\"");
        } finally {
            fabric.close();
        }
    }

    private RunningDaemon controller(FrrFabric fabric, String address) throws Exception {
        Path own = Files.createDirectories(directory.resolve(address));
        return new RunningDaemon(
                fabric, own, "held.yaml", """
            store: {directory: %s}
            http: {listen: "127.0.0.1:0"}
            bgp:
              asn: 64999
              router-id: %2$s
              switches:
                - {switch: leaf-1-1, address: 172.31.0.1, from: %2$s, asn: 65101}
            tables:
              every-seconds: 1
              stale-seconds: 3
              switches:
                - {switch: leaf-1-1, kernel: [ip, netns, exec, %3$s]}
            """.formatted(own.resolve("store"), address, fabric.space("l1")));
    }
}
