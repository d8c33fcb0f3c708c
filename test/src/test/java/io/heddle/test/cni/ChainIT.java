package io.heddle.test.cni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A chain of plugins as a runtime runs it: ours first, then the standard ones, each given the result before it. */
class ChainIT {

    private static final Path PLUGINS = Path.of("/usr/lib/cni");

    @Test
    void standardPluginsWorkOnOurResultAndCheckAcceptsWhatTheyChanged() {
        try (CniBed bed = new CniBed()) {
            for (String each : new String[] {"tuning", "bandwidth", "portmap"}) {
                assumeTrue(Files.isExecutable(PLUGINS.resolve(each)), "containernetworking-plugins is not installed");
            }
            AgentProcess.start(bed, """
                    {"name": "pods", "blocks": ["10.86.0.0/26"]}""");
            String pod = bed.namespace("pod");
            String result =
                    bed.cni("ADD", "c", pod, config("heddle-cni", "")).orThrow().output();

            String tuned = run(bed, pod, "ADD", "tuning", "\"mac\":\"02:00:00:00:00:77\",\"mtu\":1400", result);
            String limited =
                    run(bed, pod, "ADD", "bandwidth", "\"ingressRate\":1000000,\"ingressBurst\":100000", tuned);
            String mapped = run(
                    bed,
                    pod,
                    "ADD",
                    "portmap",
                    "\"capabilities\":{\"portMappings\":true},\"runtimeConfig\":{\"portMappings\":[{\"hostPort\":8080,\"containerPort\":80,\"protocol\":\"tcp\"}]}",
                    limited);

            assertThat(mapped).contains("02:00:00:00:00:77", "10.86.0.0/32");
            assertThat(bed.cni("CHECK", "c", pod, config("heddle-cni", "\"prevResult\":" + mapped))
                            .orThrow()
                            .output())
                    .isEmpty();
            assertThat(CniBed.pings(pod, "169.254.1.1")).isTrue();
            for (String each : new String[] {"portmap", "bandwidth", "tuning"}) {
                run(bed, pod, "DEL", each, "\"x\":1", mapped);
            }
            bed.cni("DEL", "c", pod, config("heddle-cni", "\"prevResult\":" + mapped))
                    .orThrow();
            assertThat(bed.inNode("ip", "-o", "link", "show", "type", "veth").output())
                    .isEmpty();
        }
    }

    @Test
    void behindAnotherPluginItsResultIsPassedOn() {
        try (CniBed bed = new CniBed()) {
            AgentProcess.start(bed, """
                    {"name": "pods", "blocks": ["10.86.0.0/26"]}""");
            String pod = bed.namespace("pod");
            String before = "{\"cniVersion\":\"1.0.0\",\"interfaces\":[{\"name\":\"net7\",\"sandbox\":\"/x\"}],"
                    + "\"ips\":[{\"interface\":0,\"address\":\"192.0.2.1/24\"}],\"dns\":{\"domain\":\"d\"},\"own\":1}";

            String result = bed.cni("ADD", "c", pod, config("heddle-cni", "\"prevResult\":" + before))
                    .orThrow()
                    .output();

            assertThat(result)
                    .contains(
                            "[{\"name\":\"net7\",\"sandbox\":\"/x\"},{\"name\":\"hdl",
                            "\"address\":\"192.0.2.1/24\"},{\"interface\":2,\"address\":\"10.86.0.0/32\"",
                            "\"dns\":{\"domain\":\"d\"}",
                            "\"own\":1");
        }
    }

    private static String run(CniBed bed, String pod, String command, String plugin, String more, String previous) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "CNI_COMMAND",
                command,
                "CNI_CONTAINERID",
                "c",
                "CNI_NETNS",
                "/run/netns/" + pod,
                "CNI_IFNAME",
                "eth0",
                "CNI_PATH",
                PLUGINS.toString()));
        return Commands.run(
                        environment,
                        config(plugin, more + ",\"prevResult\":" + previous),
                        "ip",
                        "netns",
                        "exec",
                        bed.node(),
                        PLUGINS.resolve(plugin).toString())
                .orThrow()
                .output();
    }

    private static String config(String plugin, String more) {
        return "{\"cniVersion\":\"1.0.0\",\"name\":\"pods\",\"type\":\"" + plugin + "\""
                + (more.isEmpty() ? "" : "," + more) + "}";
    }
}
