package io.heddle.bgp.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.SessionWatcher;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.model.net.IpAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BgpHostTest {

    private static final IpAddress FIRST = IpAddress.parse("127.1.0.1");
    private static final IpAddress SECOND = IpAddress.parse("127.1.0.2");

    private final Servers servers = new Servers();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final BgpHost host = BgpHost.start(Servers.listening(true), servers.troubles::add);

    @AfterEach
    void end() {
        host.close();
        servers.close();
    }

    private BgpServer speaker(IpAddress peer) {
        BgpServer server =
                host.speaker(SpeakerConfig.of(Servers.router(65001)), AddressFamilies.UNICAST, new Random(1));
        server.tell((to, _) -> to.watch(new SessionWatcher() {
                    @Override
                    public void up(int number) {
                        heard.add("up " + peer);
                    }

                    @Override
                    public void down(int number) {
                        heard.add("down " + peer);
                    }

                    @Override
                    public void sentAll(int number) {
                        heard.add("sent " + peer);
                    }
                }))
                .join();
        server.addPeer(Servers.peer(65001, 65002, TransportConfig.of(peer)));
        return server;
    }

    private BgpServer dialling(IpAddress from) {
        BgpServer server = servers.start(65002, TransportOptions.DEFAULT.listeningOn());
        TransportConfig to = TransportConfig.of(Servers.LOOPBACK)
                .withPort(host.addresses().getFirst().getPort())
                .withLocalAddress(from);
        server.addPeer(Servers.peer(65002, 65001, to));
        return server;
    }

    @Test
    void whatThePeersOfOneSayDoesNotReachThoseOfAnother() {
        BgpServer one = speaker(FIRST);
        BgpServer two = speaker(SECOND);
        Servers.originate(one, "10.1.0.0", 5);
        BgpServer atOne = dialling(FIRST);
        BgpServer atTwo = dialling(SECOND);
        Servers.originate(atTwo, "10.2.0.0", 7);

        Servers.until("routes have come", () -> Servers.routes(atOne) == 5 && Servers.routes(two) == 7);
        assertThat(Servers.routes(one)).isEqualTo(5);
        assertThat(Servers.routes(atTwo)).isEqualTo(7);
    }

    @Test
    void closingOneSpeakerLeavesTheOthers() {
        BgpServer one = speaker(FIRST);
        BgpServer two = speaker(SECOND);
        dialling(FIRST);
        dialling(SECOND);
        Servers.until("both are up", () -> Servers.established(one) == 1 && Servers.established(two) == 1);

        one.close();

        Servers.until("the end is heard", () -> heard.contains("down " + FIRST));
        assertThat(Servers.established(two)).isEqualTo(1);
        assertThat(heard).contains("up " + SECOND).doesNotContain("down " + SECOND);
    }

    @Test
    void theWatcherHearsWhenAllIsSent() {
        BgpServer one = speaker(FIRST);
        dialling(FIRST);
        Servers.until("it is up, and the end of RIB was sent", () -> heard.contains("sent " + FIRST));
        heard.clear();

        Servers.originate(one, "10.1.0.0", 5);

        Servers.until("the routes were sent", () -> heard.contains("sent " + FIRST));
    }

    @Test
    void strangersAreRefused() {
        BgpServer stranger = dialling(IpAddress.parse("127.1.0.9"));
        Servers.until("the refusal is heard", () -> stranger.ask(
                        (speaker, _) -> speaker.peers().getFirst())
                .join()
                .lastError()
                .isPresent());
        assertThat(Servers.established(stranger)).isZero();
    }
}
