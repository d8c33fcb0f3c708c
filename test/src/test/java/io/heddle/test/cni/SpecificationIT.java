package io.heddle.test.cni;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.test.cni.Commands.Ended;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the CNI specification asks of each verb, against the running agent. */
class SpecificationIT {

    private static CniBed bed;
    private static AgentProcess agent;
    private static String pod;

    @BeforeAll
    static void start() {
        bed = new CniBed();
        pod = bed.namespace("pod");
        agent = AgentProcess.start(bed, """
                {"name": "pods", "blocks": ["10.78.0.0/26", "fd00:78::/80"], "mtu": 4000},
                {"name": "one", "blocks": ["10.79.0.0/32"]},
                {"name": "none", "ipam": "kubernetes"}
                """);
    }

    @AfterAll
    static void stop() {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void versionNamesEveryVersion() {
        assertThat(call("VERSION", "1.1.0", "").output())
                .isEqualTo(
                        "{\"cniVersion\":\"1.1.0\",\"supportedVersions\":[\"0.3.0\",\"0.3.1\",\"0.4.0\",\"1.0.0\",\"1.1.0\"]}\n");
    }

    @ParameterizedTest
    @CsvSource({"0.3.1, true, false", "0.4.0, true, false", "1.0.0, false, false", "1.1.0, false, true"})
    void aResultHasTheFormOfTheVersionAskedFor(String version, boolean family, boolean mtu) {
        String result = call("ADD", version, "").orThrow().output();
        call("DEL", version, "").orThrow();

        assertThat(result).startsWith("{\"cniVersion\":\"" + version + "\",\"interfaces\":[{\"name\":\"hdl");
        assertThat(result.contains("\"version\":\"4\"")).isEqualTo(family);
        assertThat(result.contains("\"mtu\":4000")).isEqualTo(mtu);
        assertThat(result).contains("\"interface\":1,\"address\":\"10.78.0.", "/32\",\"gateway\":\"169.254.1.1\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.4.0", "1.0.0", "1.1.0"})
    void checkAcceptsWhatAddMadeAndNamesWhatIsMissing(String version) {
        String result = call("ADD", version, "").orThrow().output().strip();
        String address = result.replaceAll(".*\"address\":\"(10[^\"]*)\".*", "$1");
        String previous = ",\"prevResult\":" + result;

        assertThat(call("CHECK", version, previous).orThrow().output()).isEmpty();
        Commands.run("ip", "-n", bed.node(), "route", "del", address).orThrow();
        assertThat(call("CHECK", version, previous).output())
                .contains("\"code\":113,", "the node has no route to " + address);
        Commands.run("ip", "-n", pod, "link", "del", "eth0").orThrow();
        assertThat(call("CHECK", version, previous).output()).contains("the container has no interface eth0");
        assertThat(call("CHECK", version, "").output()).contains("\"code\":7,", "prevResult");
        call("DEL", version, "").orThrow();
        assertThat(call("CHECK", version, previous).output()).contains("\"code\":113,");
    }

    @Test
    void collectionRemovesWhatTheRuntimeDoesNotKnow() {
        String other = bed.namespace("gc");
        bed.cni("ADD", "gone", other, config("1.1.0", "")).orThrow();
        call("ADD", "1.1.0", "").orThrow();

        assertThat(call("GC", "1.1.0", "").output()).contains("\"code\":7,", "cni.dev/valid-attachments");
        assertThat(call("GC", "1.1.0", ",\"cni.dev/valid-attachments\":[{\"containerID\":\"c\",\"ifname\":\"eth0\"}]")
                        .orThrow()
                        .output())
                .isEmpty();

        assertThat(CniBed.in(other, "ip", "-o", "link").output()).hasLineCount(1);
        assertThat(CniBed.in(pod, "ip", "-o", "link").output()).hasLineCount(2);
        call("DEL", "1.1.0", "").orThrow();
    }

    @Test
    void statusIsSilentWhenReadyAndElseSaysWhy() {
        assertThat(call("STATUS", "1.1.0", "").orThrow().output()).isEmpty();
        assertThat(status("none")).contains("\"code\":50,", "has no block on this node yet");
        assertThat(status("other")).contains("\"code\":7,", "networks [pods, one, none]");

        bed.inNode("sysctl", "-qw", "net.ipv4.ip_forward=0").orThrow();
        assertThat(status("pods")).contains("\"code\":51,", "ip_forward is 0");
        bed.inNode("sysctl", "-qw", "net.ipv4.ip_forward=1").orThrow();
    }

    @Test
    void anExhaustedNetworkSaysItsBlocksAndTheirUse() {
        String other = bed.namespace("full");
        String config = config("1.0.0", "").replace("pods", "one");
        bed.cni("ADD", "first", other, config).orThrow();

        assertThat(bed.cni("ADD", "c", pod, config).output())
                .contains("\"code\":110,", "10.79.0.0/32 (1 of 1 in use, 0 cooling down)");
        assertThat(status("one")).contains("\"code\":50,");
        assertThat(CniBed.in(pod, "ip", "-o", "link").output()).hasLineCount(1);
        bed.cni("DEL", "first", other, config).orThrow();
    }

    @Test
    void blocksMayComeFromKubernetesByTheNetworkConfiguration() {
        String config = config("1.0.0", ",\"podCidrs\":[\"10.80.3.0/24\"]").replace("pods", "none");

        assertThat(bed.cni("ADD", "c", pod, config).orThrow().output()).contains("10.80.3.0/32");
        bed.cni("DEL", "c", pod, config).orThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // CNI_ARGS | more configuration | in the result
                "IP=10.78.0.40;MAC=02:00:00:00:00:05 | '' | 10.78.0.40/32 | 02:00:00:00:00:05",
                "'' | ,\"runtimeConfig\":{\"ips\":[\"10.78.0.41/26\"],\"mac\":\"02:00:00:00:00:06\"} | 10.78.0.41/32 | 02:00:00:00:00:06",
                "'' | ,\"args\":{\"cni\":{\"ips\":[\"10.78.0.42\"]}} | 10.78.0.42/32 | 0a:58:0a:4e:00:2a",
                "'' | ,\"runtimeConfig\":{\"io.kubernetes.cri.pod-annotations\":{\"heddle.io/ips\":\"10.78.0.43,fd00:78::9\",\"other\":\"1\"}} | 10.78.0.43/32 | fd00:78::9/128",
            })
    void aRequestedAddressOrMacIsGiven(String args, String more, String first, String second) {
        String result = bed.cni("ADD", "c", pod, config("1.0.0", more), Map.of("CNI_ARGS", args))
                .orThrow()
                .output();
        call("DEL", "1.0.0", "").orThrow();

        assertThat(result).contains(first, second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IP=10.99.0.1 | 111 | has blocks",
                "IP=10.78.0.50 | 111 | is held by holder/eth0",
                "IP=10.78.0.1,10.78.0.2 | 111 | one of each family",
                "IP=x | 4 | CNI_ARGS, IP",
                "MAC=01:00:5e:00:00:01 | 4 | no unicast",
            })
    void whatCannotBeGivenIsRefused(String args, int code, String message) {
        String holder = bed.namespace("holder");
        bed.cni("ADD", "holder", holder, config("1.0.0", ""), Map.of("CNI_ARGS", "IP=10.78.0.50"))
                .orThrow();

        Ended refused = bed.cni("ADD", "c", pod, config("1.0.0", ""), Map.of("CNI_ARGS", args));
        bed.cni("DEL", "holder", holder, config("1.0.0", "")).orThrow();
        bed.deleteNamespace("holder");

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("\"code\":" + code + ",", message);
        assertThat(CniBed.in(pod, "ip", "-o", "link").output()).hasLineCount(1);
    }

    @Test
    void aNamespaceThatIsNotThereNeedsNoCleaning() {
        assertThat(bed.cni("ADD", "c", "no-such-namespace", config("1.0.0", "")).output())
                .contains("\"code\":3,");
    }

    @Test
    void aNamespaceThatIsNoneIsRefusedAndNothingIsHalfMade() {
        Ended refused = bed.cni("ADD", "c", "x", config("1.0.0", ""), Map.of("CNI_NETNS", "/etc/hostname"));

        assertThat(refused.output()).contains("\"code\":114,");
        assertThat(bed.inNode("ip", "-o", "link").output()).hasLineCount(1);
        call("ADD", "1.0.0", "").orThrow();
        call("DEL", "1.0.0", "").orThrow();
    }

    @Test
    void anInterfaceThatExistsIsRefusedAndUntouched() {
        Commands.run("ip", "-n", pod, "link", "add", "eth0", "type", "bridge").orThrow();

        assertThat(call("ADD", "1.0.0", "").output()).contains("\"code\":112,");

        assertThat(CniBed.in(pod, "ip", "-d", "link", "show", "eth0").output()).contains("bridge");
        assertThat(bed.inNode("ip", "-o", "link").output()).hasLineCount(1);
        Commands.run("ip", "-n", pod, "link", "del", "eth0").orThrow();
    }

    @Test
    void foreignInputIsAnsweredNotObeyed() {
        assertThat(bed.cni("ADD", "c", pod, "{").output()).contains("\"code\":6,");
        assertThat(bed.cni("ADD", "c", pod, "[".repeat(100_000)).output()).contains("\"code\":6,");
        assertThat(bed.cni("ADD", "c", pod, config("1.0.0", ",\"x\":\"" + "y".repeat(1 << 20) + "\""))
                        .output())
                .contains("\"code\":6,", "longer than 1 MiB");
        assertThat(bed.cni("ADD", "../c", pod, config("1.0.0", "")).output()).contains("\"code\":4,");
        assertThat(call("ADD", "1.0.0", ",\"ipam\":{\"type\":\"host-local\"}").output())
                .contains("\"code\":2,", "host-local");
        assertThat(call("ADD", "1.0.0", ",\"prevResult\":7").output()).contains("\"code\":7,", "prevResult");
        assertThat(agent.process().isAlive()).isTrue();
    }

    @Test
    void onlyTheAgentsUserConnects() {
        Ended refused = Commands.run(
                Map.of("HEDDLE_CNI_SOCKET", bed.socket().toString(), "CNI_COMMAND", "VERSION"),
                "",
                "setpriv",
                "--reuid=65534",
                "--clear-groups",
                CniBed.BINARY.toString());

        assertThat(refused.output()).contains("\"code\":11,");
        assertThat(Commands.run("stat", "-c", "%a %U", bed.socket().toString()).output())
                .isEqualTo("600 root\n");
    }

    private static Ended call(String command, String version, String more) {
        return bed.cni(command, "c", pod, config(version, more));
    }

    private static String status(String network) {
        return bed.cni("STATUS", "c", pod, config("1.1.0", "").replace("pods", network))
                .output();
    }

    private static String config(String version, String more) {
        return "{\"cniVersion\":\"" + version + "\",\"name\":\"pods\",\"type\":\"heddle-cni\"" + more + "}";
    }
}
