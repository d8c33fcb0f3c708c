package io.heddle.test.southbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.linux.Batch;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.net.IpAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What EVPN made of routes that a leaf was told, and then did not hold: said, and told again. */
class HeldOverlayIT {

    private static final String SEGMENT = "held-segment.yaml";
    private static final Pattern GROUP = Pattern.compile("id (\\d+) group (\\d+)/(\\d+) ");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {ToldLeaf.KERNEL, ToldLeaf.FRR})
    void aMacThatALeafDoesNotTakeIsSaidAndToldAgain(String source) throws Exception {
        try (ToldLeaf leaf = ToldLeaf.start(directory, "held-overlay.yaml", source, "{switch: leaf-2-1}")) {
            String mac = macOf(leaf.pod());
            leaf.until("the leaf has the MAC", () -> fdb(leaf).contains(mac));
            leaf.untilNothingDiffers();

            // FRR puts back by itself what the kernel loses; what it refuses it does not.
            leaf.fabric.filterEvpn("l1", "");
            leaf.until("the leaf has lost it", () -> !fdb(leaf).contains(mac));
            leaf.until("that is said", () -> leaf.drift().contains("none; told again "));
            leaf.until(
                    "all of it is",
                    () -> leaf.drift().contains(mac) && leaf.drift().contains("InclusiveMulticast"));

            leaf.fabric.filterEvpn("l1", "no ");
            leaf.until("it is there", () -> fdb(leaf).contains(mac));
            leaf.untilNothingDiffers();
            assertThat(leaf.daemon.log()).contains("\"event\":\"mended\"");
        }
    }

    @Test
    void aVtepThatIsGoneFromAnEthernetSegmentIsSaidAndToldAgain() throws Exception {
        try (ToldLeaf leaf = onSegment(ToldLeaf.KERNEL)) {
            Matcher group = GROUP.matcher(nexthops(leaf));
            assertThat(group.find()).isTrue();

            // Behind the back of FRR, which does not look again.
            Batch.ip(
                    leaf.fabric.space("l1"),
                    List.of("nexthop replace id " + group.group(1) + " group " + group.group(2) + " fdb"));
            leaf.until("the route of type 1 is said and told again", () -> leaf.daemon
                    .log()
                    .matches("(?s).*\"event\":\"drift\"[^\n]*EthernetAutoDiscovery[^\n]*told again .*"));
            leaf.until("both are there", () -> GROUP.matcher(nexthops(leaf)).find());
            leaf.untilNothingDiffers();
            assertThat(leaf.daemon.log()).containsPattern("\"event\":\"mended\"[^\n]*EthernetAutoDiscovery");
        }
    }

    @Test
    void anEthernetSegmentThatALeafDoesNotTakeIsSaidAndToldAgain() throws Exception {
        try (ToldLeaf leaf = onSegment(ToldLeaf.FRR)) {
            leaf.fabric.filterEvpn("l1", "", "ead");
            leaf.until("no MAC leads to the segment", () -> !fdb(leaf).contains("nhid"));
            leaf.until(
                    "both types of it are said",
                    () -> leaf.drift().contains("EthernetAutoDiscovery")
                            && leaf.drift().contains("none; told again "));

            leaf.fabric.filterEvpn("l1", "no ", "ead");
            leaf.until("both are there", () -> GROUP.matcher(nexthops(leaf)).find());
            leaf.untilNothingDiffers();
            assertThat(leaf.daemon.log()).containsPattern("\"event\":\"mended\"[^\n]*EthernetAutoDiscovery");
        }
    }

    /** With a pod whose MAC leads to both VTEPs of its node's segment. */
    private ToldLeaf onSegment(String source) throws Exception {
        ToldLeaf leaf = ToldLeaf.start(directory, SEGMENT, source, "{switch: leaf-2-1}", "{switch: leaf-2-2}");
        try {
            String mac = macOf(leaf.pod());
            leaf.until(
                    "the MAC leads to a group of two VTEPs",
                    () -> fdb(leaf).contains(mac + " nhid ")
                            && GROUP.matcher(nexthops(leaf)).find());
            leaf.untilNothingDiffers();
            return leaf;
        } catch (Exception | AssertionError e) {
            leaf.close();
            throw e;
        }
    }

    private static String macOf(String pod) {
        return Endpoint.macOf(IpAddress.parse(pod)).toString();
    }

    private static String nexthops(ToldLeaf leaf) throws Exception {
        return leaf.fabric.run("l1", "ip", "nexthop", "show");
    }

    private static String fdb(ToldLeaf leaf) throws Exception {
        return leaf.fabric.macs("l1", "vx100");
    }
}
