package io.heddle.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code heddle trace} and {@code heddle simulate} say of nodes that masquerade. */
class TracedTranslationTest {

    private static final String FILE = "../library/src/test/resources/io/heddle/scenarios/drill/masquerade.yaml";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String run(int expected, String command, String... more) {
        out.reset();
        int code = Main.run(
                Stream.concat(Stream.of(command, FILE), Stream.of(more)).toList(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
        return out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    private String trace(String from, String to) {
        return run(Command.HOLDS, "trace", "--from", from, "--to", to);
    }

    @Test
    void theReceiverOutsideTheExceptionsSeesTheNode() {
        assertThat(trace("node-1-1", "10.65.0.1"))
                .contains(
                        "node-1-1 masquerade: source 10.64.0.0 becomes 100.96.0.0, since 10.65.0.1 is not excepted",
                        "VIOLATED, pods reach pods without translation: 10.65.0.1 sees 100.96.0.0 instead of 10.64.0.0.",
                        "Replies go to 100.96.0.0 and are translated back in node-1-1.",
                        "A connection that 10.65.0.1 begins is not translated: node-2-1 masquerades except to 10.64.0.0/16, 10.65.0.0/16.");
    }

    @Test
    void whatIsExceptedKeepsItsSource() {
        assertThat(trace("10.65.0.1", "node-1-1"))
                .contains("Not translated: node-2-1 masquerades except to 10.64.0.0/16, 10.65.0.0/16.")
                .doesNotContain("becomes");
        assertThat(trace("node-1-1", "node-1-2")).contains("Not translated: node-1-1 masquerades except");
    }

    @Test
    void whatLeavesTheClusterIsTranslatedAndBreaksNoRule() {
        assertThat(trace("node-1-1", "198.51.100.7"))
                .contains("arrives over", "Translated, and no rule is broken since 198.51.100.7 is no pod")
                .doesNotContain("VIOLATED");
    }

    @Test
    void theStableStateSaysWhichExceptionIsMissing() {
        assertThat(run(Command.HOLDS, "simulate"))
                .contains(
                        "VIOLATED: pods reach pods without translation: not so for 8 pairs of pods",
                        "10.65.0.1/32 of node-2-1 is not excepted");
        assertThat(run(Command.DOES_NOT_HOLD, "simulate", "--set", "ipam.masquerade[0].except=[10.64.0.0/15]"))
                .contains("4 nodes masquerade, and every pod elsewhere is among the exceptions");
        assertThat(run(Command.DOES_NOT_HOLD, "simulate", "--set", "ipam.masquerade=[]"))
                .contains("pods reach pods without translation: no node masquerades");
    }

    @Test
    void aNodeThatIsNotThereIsRefusedWithItsPlace() {
        run(Command.BAD_INPUT, "simulate", "--set", "ipam.masquerade[1].nodes=[node-9-1]");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("ipam.masquerade[1].nodes[0]", "unknown node that runs pods 'node-9-1'");
    }

    @Test
    void bridgedPodsDoNotPassTheRoutingOfTheirNode() {
        run(Command.BAD_INPUT, "simulate", "--set", "design=evpn-l2-bridged-pods");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("masquerade.yaml:22:", "masquerade where design evpn-l2-bridged-pods bridges pods");
    }

    @Test
    void itIsAboutPods() {
        assertThat(List.of(trace("node-1-1", "100.96.0.2")))
                .allSatisfy(each -> assertThat(each).contains("is no pod"));
    }
}
