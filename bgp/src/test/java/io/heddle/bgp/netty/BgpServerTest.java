package io.heddle.bgp.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.model.net.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BgpServerTest {

    private final Servers servers = new Servers();

    @BeforeAll
    static void watchBuffers() {
        Leaks.watch();
    }

    @AfterEach
    void end() {
        servers.close();
    }

    @AfterAll
    static void noBufferHasLeaked() {
        assertThat(Leaks.found()).isEmpty();
    }

    private static SpeakerPeer passive(SpeakerPeer peer) {
        SessionConfig session = peer.peer().session();
        return peer.with(session.withPassive());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void routesTravelBothWays(boolean epoll) {
        BgpServer one = servers.start(65001, Servers.listening(epoll));
        BgpServer two = servers.start(65002, Servers.listening(epoll));
        Servers.originate(one, "10.1.0.0", 20_000);
        Servers.originate(two, "10.2.0.0", 20_000);
        one.addPeer(passive(Servers.peer(65001, 65002, TransportConfig.of(Servers.LOOPBACK))));
        two.addPeer(Servers.peer(65002, 65001, Servers.to(one)));

        Servers.until("both have all", () -> Servers.routes(one) == 40_000 && Servers.routes(two) == 40_000);
    }

    /** RFC 6396 section 4.4: sessions that are up already are recorded too, until the recording ends. */
    @Test
    void whatPeersSayCanBeRecorded() {
        BgpServer one = servers.start(65001, Servers.listening(true));
        BgpServer two = servers.start(65002, Servers.listening(true));
        one.addPeer(passive(Servers.peer(65001, 65002, TransportConfig.of(Servers.LOOPBACK))));
        two.addPeer(Servers.peer(65002, 65001, Servers.to(one)));
        Servers.until("the session is up", () -> Servers.established(one) == 1);
        List<byte[]> records = new CopyOnWriteArrayList<>();
        Runnable recording = one.record(() -> 7, records::add);
        Servers.originate(two, "10.2.0.0", 3);

        Servers.until("an UPDATE is recorded", () -> records.stream().anyMatch(each -> isUpdateOf(each, 3)));
        ByteBuffer first = ByteBuffer.wrap(records.getFirst());
        assertThat(first.getInt()).as("seconds").isEqualTo(7);
        assertThat(first.getShort()).as("BGP4MP").isEqualTo((short) 16);
        assertThat(first.getShort()).as("STATE_CHANGE_AS4").isEqualTo((short) 5);
        recording.run();
        int recorded = records.size();
        Servers.originate(two, "10.3.0.0", 3);
        Servers.until("more routes came", () -> Servers.routes(one) == 6);
        assertThat(records).hasSize(recorded);
    }

    /** MESSAGE_AS4 with addresses of IPv4 and an UPDATE whose NLRI are so many host routes. */
    private static boolean isUpdateOf(byte[] record, int routes) {
        int bgp = 12 + 20;
        return record[7] == 4
                && record.length > bgp + 19
                && record[bgp + 18] == 2
                && record[record.length - 5 * routes] == 32;
    }

    /** RFC 6396 sections 2 and 4.3: a table of peers, then a record a route. */
    @Test
    void itsTablesCanBeDumped() {
        BgpServer server = servers.start(65001, Servers.listening(true));
        Servers.originate(server, "10.1.0.0", 3);
        ByteBuffer dump = ByteBuffer.wrap(server.tableDump(7).join());

        int records = 0;
        for (; dump.hasRemaining(); records++) {
            assertThat(dump.getInt()).as("seconds").isEqualTo(7);
            assertThat(dump.getShort()).as("TABLE_DUMP_V2").isEqualTo((short) 13);
            assertThat(dump.getShort()).as("subtype").isEqualTo((short) (records == 0 ? 1 : 2));
            int length = dump.getInt();
            dump.position(dump.position() + length);
        }
        assertThat(records).isEqualTo(4);
    }

    @Test
    void hundredsOfSessionsShareALoop() {
        BgpServer hub = servers.start(65001, Servers.listening(true));
        hub.addDynamicPeers(Servers.anyone(65001, 2000));
        Servers.originate(hub, "10.1.0.0", 10);
        BgpServer many = servers.start(65002, TransportOptions.DEFAULT.listeningOn());
        for (int i = 0; i < 500; i++) {
            IpAddress own = IpAddress.v4(0x7F01_0000L + i);
            many.addPeer(Servers.peer(65002, 65001, Servers.to(hub).withLocalAddress(own)));
        }
        Servers.until("all are up", () -> Servers.established(hub) == 500);
        Servers.until("all have all", () -> Servers.routes(many) == 5_000);
    }

    @Test
    void aConnectionTooManyIsReset() throws IOException {
        BgpServer server = servers.start(65001, Servers.listening(true).withMaxPerAddress(2));
        server.addDynamicPeers(Servers.anyone(65001, 10));
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                sockets.add(connect(server));
            }
            Servers.until("48 are refused", () -> server.refusedConnections() >= 48);
            assertThat(server.acceptedConnections()).isLessThanOrEqualTo(2);
        } finally {
            for (Socket each : sockets) {
                each.close();
            }
        }
        Servers.until("all have left", () -> server.acceptedConnections() == 0);
    }

    private static Socket connect(BgpServer server) throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), server.addresses().getFirst().getPort());
    }

    @Test
    void whoIsNoPeerIsRefused() throws IOException {
        BgpServer server = servers.start(65001, Servers.listening(true));
        try (Socket socket = connect(server)) {
            Servers.until("it has been seen", () -> server.acceptedConnections() == 0 && isClosed(socket));
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void aPeerHearsWhyItsSessionEnds() throws IOException {
        BgpServer server = servers.start(65001, Servers.listening(true));
        server.addDynamicPeers(Servers.anyone(65001, 1));
        try (Socket socket = connect(server)) {
            Servers.until(
                    "there is a peer",
                    () -> server.ask((speaker, _) -> speaker.peers()).join().size() == 1);
            server.tell((speaker, now) -> speaker.resetPeer(
                            0, NotificationReason.ADMINISTRATIVE_RESET, "moving", Duration.ofHours(1), now))
                    .join();
            byte[] all = socket.getInputStream().readAllBytes();
            // The OPEN, then the NOTIFICATION: code 6, subcode 4, a text of 6 octets.
            assertThat(new String(all, StandardCharsets.ISO_8859_1)).endsWith("\u0003\u0006\u0004\u0006moving");
        }
    }

    @Test
    void anAddressThatIsTakenIsAnErrorThatNamesIt() {
        BgpServer server = servers.start(65001, Servers.listening(true));
        InetSocketAddress taken = server.addresses().getFirst();
        TransportOptions same = TransportOptions.DEFAULT.listeningOn(
                new TransportOptions.ListenAddress(Servers.LOOPBACK, taken.getPort()));
        assertThatThrownBy(() -> servers.start(65002, same)).hasMessageContaining("in use");
    }

    @Test
    void md5WithoutEpollIsRefused() {
        BgpServer server = servers.start(65001, Servers.listening(false));
        SpeakerPeer peer =
                Servers.peer(65001, 65002, TransportConfig.of(Servers.LOOPBACK).withPassword("weaver"));
        assertThatThrownBy(() -> server.addPeer(peer)).hasMessageContaining("needs the epoll transport");
    }
}
