package io.heddle.topology.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.topology.spec.PodSpec;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.Problem;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PodReaderTest {

    private final Problems problems = new Problems();

    private PodSpec read(String yaml, String csv) {
        YamlNode root = YamlDocument.read("s.yaml", yaml, List.of(), problems);
        Known<DeviceName> nodes = Known.of("node", Set.of(DeviceName.of("n1"), DeviceName.of("n2")));
        return new PodReader(DocumentedExamplesTest.one("pods.csv", csv), nodes)
                .read(root.mapping(Keys.of("pods")).at("pods"));
    }

    private PodSpec csv(String csv) {
        return read("pods: {file: pods.csv}", csv);
    }

    private List<String> said() {
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Test
    void noSectionIsNoPods() {
        assertThat(read("{}", "")).isEqualTo(PodSpec.NONE);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void columnsComeInAnyOrderWithQuotesAndBlanks() {
        PodSpec read = csv(
                "\uFEFFipv6,mac, node ,name\r\nfd00::1,02:00:00:00:00:01,\"n1\", a/b\r\n\r\nfd00::2,02:00:00:00:00:02,n2,\r\n");
        assertThat(said()).isEmpty();
        assertThat(read.listed()).hasSize(2);
        Endpoint first = read.listed().getFirst();
        assertThat(first.node()).isEqualTo(DeviceName.of("n1"));
        assertThat(first.name()).contains("a/b");
        assertThat(first.ipv6()).hasToString("Optional[fd00::1]");
        assertThat(read.listed().get(1).name()).isEmpty();
    }

    @Test
    void eachMistakeOfARowHasLineAndColumn() {
        csv("""
                node,ipv4,ipv6,mac
                n1,10.0.0.1,,
                n3,10.0.0.2,,
                n1,10.0.0.1,,
                n1,10.0.0.300,,
                n1,fd00::1,,
                n1,,,
                n1,,fd00::2,
                n1,10.0.0.3,,02:00
                ,10.0.0.4,,
                n1,10.0.0.5
                """);
        assertThat(said())
                .containsExactly(
                        "pods.csv:3:1: node: found unknown node 'n3', expected one of n1, n2 (did you mean 'n1'?)",
                        "pods.csv:4:4: ipv4: found the address 10.0.0.1 again, expected each pod address once (it is first"
                                + " used in line 2)",
                        "pods.csv:5:4: ipv4: found '10.0.0.300', expected an IPv4 address",
                        "pods.csv:6:4: ipv4: found 'fd00::1', expected an IPv4 address",
                        "pods.csv:7:5: found no address, expected ipv4, ipv6 or both",
                        "pods.csv:8:13: mac: found nothing, expected a MAC address, since there is no ipv4 to derive it"
                                + " from",
                        "pods.csv:9:14: mac: found '02:00', expected a MAC address",
                        "pods.csv:10:1: node: found nothing, expected a node name",
                        "pods.csv:11:1: found 2 fields, expected as many as there are columns, 4");
    }

    @Test
    void anAddressInBothListsNamesBothPlaces() {
        read("pods:\n  file: pods.csv\n  listed:\n    - {node: n1, ipv4: 10.0.0.1}\n", "node,ipv4\nn2,10.0.0.1\n");
        assertThat(said())
                .containsExactly(
                        "pods.csv:2:4: ipv4: found the address 10.0.0.1 again, expected each pod address once (it is"
                                + " first used at s.yaml:4:24)");
    }

    @Test
    void aHeaderThatNamesNothingUsefulStopsTheReading() {
        csv("ipv4,ipv4,nod\n10.0.0.1,10.0.0.1,n1\n");
        assertThat(said().stream().map(each -> each.replaceFirst(", expected.*", "")))
                .containsExactly(
                        "pods.csv:1:1: found no column 'node'",
                        "pods.csv:1:6: found column 'ipv4' again",
                        "pods.csv:1:11: found unknown column 'nod'");
    }

    @Test
    void emptyAndOverlongFilesAreProblems() {
        csv("");
        csv("node,ipv4\n" + "x".repeat(100_000));
        assertThat(said().stream().map(each -> each.replaceFirst(", expected.*", "")))
                .containsExactly(
                        "pods.csv:1:1: found an empty file", "pods.csv:2:1: found a line of 65536 bytes or more");
    }

    @Test
    void aMillionLinesAreReadAndOneAddressTwiceIsFound() {
        int lines = 1_000_000;
        StringBuilder text = new StringBuilder(lines * 30).append("node,ipv4,name\n");
        for (int i = 0; i < lines; i++) {
            text.append(i % 2 == 0 ? "n1" : "n2")
                    .append(",10.")
                    .append(i >> 16)
                    .append('.')
                    .append(i >> 8 & 255)
                    .append('.')
                    .append(i & 255)
                    .append(",ns/pod-")
                    .append(i)
                    .append('\n');
        }
        text.append("n1,10.0.1.0,\n");
        assertThat(csv(text.toString()).listed()).hasSize(lines + 1);
        assertThat(said())
                .containsExactly(
                        "pods.csv:1000002:4: ipv4: found the address 10.0.1.0 again, expected each pod address once"
                                + " (it is first used in line 258)");
    }

    @Test
    void tooManyPodsInAllAreRefused() {
        YamlNode root = YamlDocument.read("s.yaml", "per-node: 10000", List.of(), problems);
        PodReader.checkTotal(root, new PodSpec(10_000, List.of()), 1_600);
        assertThat(said()).isEmpty();
        PodReader.checkTotal(root, new PodSpec(10_000, List.of()), 1_601);
        assertThat(said()).containsExactly("s.yaml:1:1: found 16010000 pods, expected at most 16000000");
    }
}
