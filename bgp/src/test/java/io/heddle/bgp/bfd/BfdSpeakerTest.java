package io.heddle.bgp.bfd;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.IpAddress;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whose packet it is (RFC 5880 section 6.8.6), and whether it may have come from there. */
class BfdSpeakerTest {

    private static final IpAddress US = IpAddress.parse("10.0.0.1");
    private static final IpAddress PEER = IpAddress.parse("10.0.0.2");

    private final BfdSpeaker speaker = new BfdSpeaker(new Random(1), new Silent());
    private final int link = speaker.add(BfdPath.link(US, PEER, "eth0"), BfdTimers.DEFAULT, false, 0);
    private final int multihop = speaker.add(BfdPath.multihop(US, PEER), BfdTimers.DEFAULT, false, 0);

    @Test
    void aFirstPacketIsFoundByWhereItCameFrom() {
        assertThat(receive(0, PEER, "eth0", 255, false)).hasValue(link);
        assertThat(receive(0, PEER, "", 3, true)).hasValue(multihop);
        assertThat(receive(0, PEER, "eth1", 255, false)).isEmpty();
        assertThat(receive(0, US, "eth0", 255, false)).isEmpty();
    }

    @Test
    void laterPacketsAreFoundByDiscriminator() {
        assertThat(receive(link, PEER, "eth0", 255, false)).hasValue(link);
        assertThat(receive(link + 1, PEER, "eth0", 255, false)).isEmpty();
        assertThat(receive(link, PEER, "", 255, true)).as("the other port").isEmpty();
    }

    @Test
    void aHopTooFarIsDiscarded() {
        assertThat(receive(link, PEER, "eth0", 254, false)).isEmpty();
        assertThat(speaker.discarded()).isEqualTo(1);
    }

    private OptionalInt receive(int yours, IpAddress source, String networkInterface, int hops, boolean several) {
        BfdPacket packet = new BfdPacket(
                BfdDiagnostic.NONE, BfdState.DOWN, false, false, false, false, 3, 5, yours, 1_000_000, 300_000, 0);
        BfdArrival arrival = new BfdArrival(source, US, networkInterface, hops, several);
        return speaker.received(arrival, BfdCodec.encode(packet), 0, BfdCodec.LENGTH, 0);
    }

    private static final class Silent implements BfdDriver {

        @Override
        public void send(int session, BfdPath path, byte[] packet) {}

        @Override
        public void removed(int session) {}

        @Override
        public void up(int session) {}

        @Override
        public void down(int session, BfdEffect.Down down) {}

        @Override
        public void wakeAt(long nanos) {}
    }
}
