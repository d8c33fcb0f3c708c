package io.heddle.test.mrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.mrt.MrtMessages;
import io.heddle.bgp.mrt.MrtPeer;
import io.heddle.bgp.mrt.MrtRecording;
import io.heddle.bgp.mrt.MrtTable;
import io.heddle.bgp.mrt.SpeakerTable;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerDriver;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.virtual.VirtualNetwork;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.MessageCodec;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Community;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is dumped is what {@code bgpdump} reads. */
class BgpdumpIT {

    private static final Path BGPDUMP = Path.of("/usr/bin/bgpdump");
    private static final long TIME = 1_700_000_000;
    private static final Asn OURS = new Asn(4_200_000_001L);
    private static final MrtPeer ONE =
            new MrtPeer(IpAddress.parse("10.0.0.1"), IpAddress.parse("192.0.2.1"), new Asn(65_001));
    private static final MrtPeer TWO =
            new MrtPeer(IpAddress.parse("10.0.0.2"), IpAddress.parse("2001:db8::2"), new Asn(4_200_000_007L));

    @TempDir
    private Path folder;

    @BeforeEach
    void isInstalled() {
        assumeTrue(Files.isExecutable(BGPDUMP), BGPDUMP + " is not installed");
    }

    @Test
    void aTableComesBackRouteByRoute() throws Exception {
        Path file = folder.resolve("table.mrt");
        try (OutputStream out = Files.newOutputStream(file)) {
            MrtTable table = new MrtTable(out, TIME, IpAddress.parse("10.255.0.1"), "fabric", List.of(ONE, TWO));
            table.route(
                    Prefix.parse("10.1.0.0/16"),
                    List.of(
                            new MrtTable.Path(0, TIME - 60, attributes("192.0.2.9", 65_001, 65_100)),
                            new MrtTable.Path(1, TIME - 30, attributes("192.0.2.8", 4_200_000_007L))));
            table.route(
                    Prefix.parse("2001:db8:5::/48"),
                    List.of(new MrtTable.Path(1, TIME, attributes("2001:db8::99", 4_200_000_007L))));
        }

        assertThat(dump(file, "-m"))
                .containsExactly(
                        "TABLE_DUMP2|1700000000|B|192.0.2.1|65001|10.1.0.0/16|65001 65100|IGP|192.0.2.9|200|7|65001:5|NAG||",
                        "TABLE_DUMP2|1700000000|B|2001:db8::2|4200000007|10.1.0.0/16|4200000007|IGP|192.0.2.8|200|7|65001:5|NAG||",
                        "TABLE_DUMP2|1700000000|B|2001:db8::2|4200000007|2001:db8:5::/48|4200000007|IGP|2001:db8::99|200|7|65001:5|NAG||");
    }

    @Test
    void messagesAndStatesComeBack() throws Exception {
        Path file = folder.resolve("messages.mrt");
        byte[] message = new byte[64];
        int length = MessageCodec.encode(new BgpMessage.Keepalive(), message, 0);
        try (OutputStream out = Files.newOutputStream(file)) {
            MrtMessages messages =
                    new MrtMessages(out, TWO.as(), OURS, TWO.address(), IpAddress.parse("2001:db8::1"), 3);
            messages.changed(MrtMessages.State.OPEN_CONFIRM, MrtMessages.State.ESTABLISHED, TIME);
            messages.received(message, 0, length, TIME + 1);
            messages.sent(message, 0, length, TIME + 2);
        }

        assertThat(dump(file, "-H").stream().filter(line -> !line.startsWith("TIME") && !line.isEmpty()))
                .containsExactly(
                        "TYPE: BGP4MP/STATE_CHANGE",
                        "PEER: 2001:db8::2 AS4200000007",
                        "STATE: Openconfirm/Established",
                        "TYPE: BGP4MP/MESSAGE/Keepalive",
                        "FROM: 2001:db8::2 AS4200000007",
                        "TO: 2001:db8::1 AS4200000001",
                        "TYPE: BGP4MP/MESSAGE_LOCAL/Keepalive",
                        "FROM: 2001:db8::1 AS4200000001",
                        "TO: 2001:db8::2 AS4200000007");
    }

    @Test
    void aSpeakersTableComesBack() throws Exception {
        Speaker speaker =
                new Speaker(SpeakerConfig.of(OURS, IpAddress.parse("10.255.0.1"), 1), new Random(1), new Unconnected());
        speaker.originate(
                List.of(Prefix.parse("10.2.0.0/24"), Prefix.parse("10.1.0.7/32")),
                AttributeSet.of(PathAttributes.originated(Origin.IGP), null),
                0);
        Path file = folder.resolve("speaker.mrt");
        try (OutputStream out = Files.newOutputStream(file)) {
            SpeakerTable.write(speaker, out, TIME);
        }

        assertThat(dump(file, "-m"))
                .hasSize(2)
                .allMatch(line -> line.startsWith("TABLE_DUMP2|1700000000|B|10.255.0.1|4200000001|10."))
                .anyMatch(line -> line.contains("|10.1.0.7/32||IGP|10.255.0.1|"));
    }

    @Test
    void whatIsRecordedOfARunningSpeakerComesBack() throws Exception {
        VirtualNetwork network = new VirtualNetwork(AddressFamilies.UNICAST, 7, 50_000);
        Speaker recorded = speaker(network, "10.0.0.1", 65_001);
        Speaker other = speaker(network, "10.0.0.2", 4_200_000_002L);
        Path file = folder.resolve("recording.mrt");
        try (OutputStream out = Files.newOutputStream(file)) {
            recorded.watch(new MrtRecording(new Asn(65_001), () -> TIME, each -> {
                try {
                    out.write(each);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
            SpeakerPeer passive = peer(recorded, other);
            recorded.addPeer(passive.with(passive.peer().session().withPassive()), 0);
            other.addPeer(peer(other, recorded), 0);
            network.runUntil(5_000_000_000L);
            List<Prefix> prefix = List.of(Prefix.parse("10.7.1.0/24"));
            other.originate(prefix, AttributeSet.of(PathAttributes.originated(Origin.IGP), null), network.now());
            network.runUntil(6_000_000_000L);
            other.withdraw(prefix, network.now());
            network.runUntil(7_000_000_000L);
            other.removePeer(0, "maintenance", network.now());
            network.runUntil(8_000_000_000L);
        }

        assertThat(dump(file, "-m").stream().filter(line -> line.contains("|A|") || line.contains("|W|")))
                .containsExactly(
                        "BGP4MP|1700000000|A|10.0.0.2|4200000002|10.7.1.0/24|4200000002|IGP|10.0.0.2|0|0||NAG||",
                        "BGP4MP|1700000000|W|10.0.0.2|4200000002|10.7.1.0/24");
        assertThat(dump(file, "-H"))
                .containsSubsequence(
                        "STATE: Openconfirm/Established",
                        "TYPE: BGP4MP/MESSAGE/Update",
                        "TYPE: BGP4MP/MESSAGE/Notify",
                        "STATE: Established/Idle");
    }

    private static Speaker speaker(VirtualNetwork network, String address, long as) {
        IpAddress own = IpAddress.parse(address);
        return network.add(SpeakerConfig.of(new Asn(as), own, 1), List.of(own));
    }

    private static SpeakerPeer peer(Speaker at, Speaker other) {
        PeerGroup group = new PeerGroup(
                "recorded",
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

    private static AttributeSet attributes(String nextHop, long... path) {
        Asn[] ases = new Asn[path.length];
        for (int hop = 0; hop < path.length; hop++) {
            ases[hop] = new Asn(path[hop]);
        }
        PathAttributes core = new PathAttributes(
                Origin.IGP, AsPath.of(ases), 200, 7, List.of(new Community(65_001, 5)), null, List.of());
        return AttributeSet.of(core, NextHop.of(IpAddress.parse(nextHop)));
    }

    private static List<String> dump(Path file, String form) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(BGPDUMP.toString(), form, file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        List<String> lines = process.inputReader().readAllLines();
        assertThat(process.waitFor()).isZero();
        return lines;
    }

    /** For a speaker whose peers never connect. */
    private static final class Unconnected implements SpeakerDriver {

        @Override
        public void connect(int peer, TransportConfig transport) {}

        @Override
        public void stopConnecting(int peer) {}

        @Override
        public void close(int connection) {}

        @Override
        public void wantsToWrite(int connection) {}

        @Override
        public void wakeAt(long nanos) {}
    }
}
