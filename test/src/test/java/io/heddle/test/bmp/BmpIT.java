package io.heddle.test.bmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.bmp.BmpExport;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.virtual.VirtualNetwork;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a station is told, read by tshark's dissector as a station would: no daemon of Debian 12 receives BMP. */
class BmpIT {

    private static final Path TSHARK = Path.of("/usr/bin/tshark");
    private static final Path TEXT2PCAP = Path.of("/usr/bin/text2pcap");
    private static final long SECOND = 1_000_000_000L;
    private static final long TIME = 1_700_000_000_000_000L;

    @TempDir
    private Path folder;

    private final VirtualNetwork network = new VirtualNetwork(AddressFamilies.UNICAST, 7, 50_000);
    private final List<byte[]> told = new ArrayList<>();

    @BeforeEach
    void isInstalled() {
        assumeTrue(Files.isExecutable(TSHARK), TSHARK + " is not installed");
        assumeTrue(Files.isExecutable(TEXT2PCAP), TEXT2PCAP + " is not installed");
    }

    private Speaker speaker(int number, long as) {
        IpAddress address = IpAddress.v4(0x0A00_0000L + number);
        return network.add(SpeakerConfig.of(new Asn(as), address, 1), List.of(address));
    }

    private static SpeakerPeer peer(Speaker at, Speaker other) {
        PeerGroup group = new PeerGroup(
                "monitored",
                Set.of(AddressFamily.IPV4_UNICAST),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                false,
                PeerGroup.NextHopMode.STANDARD,
                0,
                false);
        return SpeakerPeer.of(
                at.config().router(),
                "other",
                TransportConfig.of(other.config().router().routerId())
                        .withLocalAddress(at.config().router().routerId()),
                other.config().router().asn(),
                group);
    }

    @Test
    void aSessionsLifeIsReadAsItWas() throws Exception {
        Speaker monitored = speaker(1, 65001);
        Speaker other = speaker(2, 4_200_000_002L);
        BmpExport export = new BmpExport("leaf-1", "Heddle", () -> TIME, told::add);
        monitored.watch(export);
        SpeakerPeer passive = peer(monitored, other);
        int number = monitored.addPeer(passive.with(passive.peer().session().withPassive()), 0);
        other.addPeer(peer(other, monitored), 0);
        network.runUntil(5 * SECOND);
        other.originate(
                List.of(Prefix.parse("10.7.1.0/24"), Prefix.parse("10.7.2.0/24")),
                AttributeSet.of(PathAttributes.originated(Origin.IGP), null),
                network.now());
        network.runUntil(6 * SECOND);
        export.statistics(monitored);
        other.resetPeer(
                0, NotificationReason.ADMINISTRATIVE_RESET, "maintenance", Duration.ofMinutes(10), network.now());
        network.runUntil(7 * SECOND);
        export.end();
        assertThat(monitored.status(number).isEstablished()).isFalse();

        List<String> read = read("bmp.type", "bmp.peer.ip.addr", "bgp.nlri_prefix", "bgp.type", "bmp.peer.down.reason");
        assertThat(read)
                .containsExactly(
                        "4||||",
                        "3|10.0.0.2||1,1|",
                        "0|10.0.0.2||2|",
                        "0|10.0.0.2|10.7.1.0,10.7.2.0|2|",
                        "1|10.0.0.2|||",
                        "2|10.0.0.2||3|3",
                        "5||||");
        assertThat(read("_ws.malformed", "_ws.expert.severity")).allMatch("|"::equals);
    }

    /** These fields of each message, as tshark sees them. */
    private List<String> read(String... fields) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        for (byte[] message : told) {
            for (int i = 0; i < message.length; i++) {
                text.append(i % 16 == 0 ? String.format("%s%06x", i == 0 ? "" : "\n", i) : "")
                        .append(String.format(" %02x", message[i]));
            }
            text.append("\n");
        }
        Path hex = Files.writeString(folder.resolve("told.txt"), text);
        Path capture = folder.resolve("told.pcap");
        run(TEXT2PCAP.toString(), "-q", "-T", "40000,11019", hex.toString(), capture.toString());
        List<String> words = new ArrayList<>(List.of(
                TSHARK.toString(),
                "-r",
                capture.toString(),
                "-d",
                "tcp.port==11019,bmp",
                "-T",
                "fields",
                "-E",
                "separator=|"));
        for (String each : fields) {
            words.addAll(List.of("-e", each));
        }
        return run(words.toArray(String[]::new));
    }

    private static List<String> run(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        List<String> lines = process.inputReader().readAllLines();
        assertThat(process.waitFor()).as(String.join(" ", words)).isZero();
        return lines;
    }
}
