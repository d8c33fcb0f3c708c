package io.heddle.bgp.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.speaker.PeerStatus;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VirtualNetworkTest {

    private static final long SECOND = 1_000_000_000L;
    private static final PeerGroup PEERS = new PeerGroup(
            "ring",
            Set.of(AddressFamily.IPV4_UNICAST),
            Policy.ACCEPT_ALL,
            Policy.ACCEPT_ALL,
            false,
            PeerGroup.NextHopMode.STANDARD,
            0,
            false);

    private final List<Speaker> speakers = new ArrayList<>();

    /** A ring of speakers, each in an AS of its own, each originating a prefix after 30 seconds; both ends of a session connect. */
    private VirtualNetwork ring(int size, long seed) {
        VirtualNetwork network = new VirtualNetwork(AddressFamilies.UNICAST, seed, 100_000);
        speakers.clear();
        for (int i = 0; i < size; i++) {
            SpeakerConfig config = SpeakerConfig.of(new Asn(64512 + i), address(i), 4);
            speakers.add(network.add(config, List.of(address(i))));
        }
        for (int i = 0; i < size; i++) {
            for (int other : new int[] {(i + 1) % size, (i + size - 1) % size}) {
                Speaker speaker = speakers.get(i);
                speaker.addPeer(
                        SpeakerPeer.of(
                                speaker.config().router(),
                                "router-" + other,
                                address(other),
                                new Asn(64512 + other),
                                PEERS),
                        0);
            }
        }
        network.runUntil(30 * SECOND);
        for (int i = 0; i < size; i++) {
            AttributeSet own = AttributeSet.of(PathAttributes.originated(Origin.IGP), null);
            speakers.get(i).originate(List.of(prefix(i)), own, network.now());
        }
        network.runUntil(60 * SECOND);
        return network;
    }

    private static IpAddress address(int router) {
        return IpAddress.v4(0x0A000001L + router);
    }

    private static Prefix prefix(int router) {
        return Prefix.parse("10.1." + router + ".0/24");
    }

    @Test
    void aHundredSpeakersComeUpAndLearnEveryPrefix() {
        ring(100, 1);
        for (Speaker each : speakers) {
            assertThat(each.peers()).hasSize(2).allMatch(PeerStatus::isEstablished);
            for (int i = 0; i < 100; i++) {
                assertThat(each.locRib(AddressFamilyId.IPV4_UNICAST).route(prefix(i)))
                        .as("route to %s", prefix(i))
                        .isPresent();
            }
        }
    }

    @Test
    void theShorterWayRoundIsBest() {
        ring(7, 1);
        assertThat(speakers.get(0)
                        .locRib(AddressFamilyId.IPV4_UNICAST)
                        .route(prefix(3))
                        .orElseThrow()
                        .best()
                        .attributes()
                        .core()
                        .asPath())
                .hasToString("64513 64514 64515");
    }

    @Test
    void theSameSeedGivesTheSameTrace() {
        long first = ring(20, 5).trace();
        assertThat(ring(20, 5).trace()).isEqualTo(first);
        assertThat(ring(20, 6).trace()).isNotEqualTo(first);
    }

    @Test
    void aWithdrawnPrefixIsGoneEverywhere() {
        VirtualNetwork network = ring(6, 1);
        speakers.get(2).withdraw(List.of(prefix(2)), network.now());
        network.runUntil(90 * SECOND);
        assertThat(speakers)
                .allMatch(each -> each.locRib(AddressFamilyId.IPV4_UNICAST)
                                .route(prefix(2))
                                .isEmpty()
                        && each.rib().destinationCount(AddressFamilyId.IPV4_UNICAST) == 5);
    }

    @Test
    void anIdleSpeakerIsSilentButForKeepalives() {
        VirtualNetwork network = ring(3, 1);
        long before = network.trace();
        network.runUntil(61 * SECOND);
        assertThat(network.trace()).isEqualTo(before);
        network.runUntil(200 * SECOND);
        assertThat(network.trace()).isNotEqualTo(before);
        assertThat(speakers).allMatch(each -> each.peers().stream().allMatch(PeerStatus::isEstablished));
    }
}
