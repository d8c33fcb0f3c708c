package io.heddle.test.cni;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.test.cni.Commands.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** kill -9 of the agent after every durable write and every netlink message of ADD and DEL. */
class KillEverywhereIT {

    private static final String CONFIG = """
            {"cniVersion": "1.0.0", "name": "pods", "type": "heddle-cni"}""";

    @Test
    void noAddressIsDoubledOrLostAndRunningPodsKeepRunning() throws IOException {
        try (CniBed bed = new CniBed()) {
            AgentProcess agent = AgentProcess.start(bed, CrashingAgent.class, """
                    {"name": "pods", "blocks": ["10.87.0.0/30"]}""", "\"cool-down-seconds\": 0");
            String resident = bed.namespace("resident");
            String pod = bed.namespace("pod");
            assertThat(bed.cni("ADD", "resident", resident, CONFIG).orThrow().output())
                    .contains("10.87.0.0/32");
            List<String> points = new ArrayList<>();
            for (String command : new String[] {"ADD", "DEL"}) {
                for (int steps = 1; ; steps++) {
                    if (command.equals("DEL")) {
                        bed.cni("ADD", "c", pod, CONFIG).orThrow();
                    }
                    Files.writeString(bed.directory().resolve("kill-after"), String.valueOf(steps));
                    Ended ended = bed.cni(command, "c", pod, CONFIG);
                    Files.deleteIfExists(bed.directory().resolve("kill-after"));
                    Path killed = bed.directory().resolve("killed-after");
                    if (!Files.exists(killed)) {
                        ended.orThrow();
                        bed.cni("DEL", "c", pod, CONFIG).orThrow();
                        break; // every step was survived once
                    }
                    points.add(command + ": " + Files.readString(killed));
                    Files.delete(killed);
                    assertThat(ended.output()).contains("\"code\":11,");
                    assertThat(CniBed.pings(resident, "169.254.1.1")).isTrue();
                    agent.restart();
                    // What runtimes do after an ADD or DEL that failed.
                    bed.cni("DEL", "c", pod, CONFIG).orThrow();
                    assertOnlyTheResidentIsThere(bed, resident);
                    assertEveryAddressCanBeHad(bed);
                }
            }
            System.out.println(points.size() + " points: " + points);
            assertThat(points).hasSizeGreaterThanOrEqualTo(8).contains("ADD: pod configured", "DEL: link removed");
        }
    }

    private static void assertOnlyTheResidentIsThere(CniBed bed, String resident) {
        assertThat(bed.inNode("ip", "-o", "link", "show", "type", "veth").output())
                .hasLineCount(1);
        assertThat(bed.inNode("ip", "route", "show", "proto", "72").output()).hasLineCount(1);
        assertThat(CniBed.pings(bed.node(), "10.87.0.0")).isTrue();
        assertThat(CniBed.pings(resident, "169.254.1.1")).isTrue();
    }

    /** The block has four addresses, the resident has one: the three others are to be had, each once. */
    private static void assertEveryAddressCanBeHad(CniBed bed) {
        StringBuilder given = new StringBuilder();
        String[] pods = {"p1", "p2", "p3"};
        for (String each : pods) {
            String namespace = bed.namespace(each);
            given.append(bed.cni("ADD", each, namespace, CONFIG).orThrow().output());
        }
        assertThat(given).contains("10.87.0.1/32", "10.87.0.2/32", "10.87.0.3/32");
        for (String each : pods) {
            bed.cni("DEL", each, "", CONFIG).orThrow();
            bed.deleteNamespace(each);
        }
    }
}
