package io.heddle.bgp.session;

import static io.heddle.bgp.session.Peers.CONFIG;
import static io.heddle.bgp.session.Peers.HIGHER_ID;
import static io.heddle.bgp.session.Peers.PEER_AS;
import static io.heddle.bgp.session.Peers.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.session.SessionState.Established;
import io.heddle.bgp.session.SessionState.OpenConfirm;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.Capability;
import io.heddle.bgp.wire.Role;
import io.heddle.model.net.Asn;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NegotiationTest {

    private static final AddressFamilyId V4 = AddressFamilyId.IPV4_UNICAST;
    private static final AddressFamilyId V6 = AddressFamilyId.IPV6_UNICAST;

    private static Negotiated agreed(SessionConfig config, Capability... theirs) {
        return ((Established) Peers.established(config, theirs).session.state()).negotiated();
    }

    private static Peers refused(SessionConfig config, BgpMessage.Open open) {
        return Peers.inState(OpenConfirm.class, config, open);
    }

    @Test
    void familiesAreWhatBothAnnounce() {
        SessionConfig two = CONFIG.withFamilies(FamilyConfig.of(V4), FamilyConfig.of(V6));
        assertThat(agreed(two).families()).containsExactly(V4);
        assertThat(agreed(two, new Capability.Multiprotocol(V6)).families()).containsExactly(V4, V6);
    }

    @Test
    void aPeerWithoutCapabilitiesSpeaksIpv4AndTwoOctets() {
        Peers peer = Peers.inState(Established.class, CONFIG, new BgpMessage.Open(65002, 90, HIGHER_ID, List.of()));
        Negotiated negotiated = ((Established) peer.session.state()).negotiated();
        assertThat(negotiated.families()).containsExactly(V4);
        assertThat(negotiated.fourOctetAs()).isFalse();
        assertThat(negotiated.routeRefresh()).isFalse();
        assertThat(negotiated.sendExtended()).isFalse();
    }

    @Test
    void nothingInCommonIsAnUnsupportedCapability() {
        Peers peer = refused(CONFIG.withFamilies(FamilyConfig.of(V6)), open(HIGHER_ID));
        assertThat(peer.sent())
                .containsExactly(new BgpMessage.Notification(
                        2, 7, Octets.of((byte) 1, (byte) 4, (byte) 0, (byte) 2, (byte) 0, (byte) 1)));
    }

    @Test
    void aRequiredFamilyThatIsMissingIsRefused() {
        SessionConfig config =
                CONFIG.withFamilies(FamilyConfig.of(V4), FamilyConfig.of(V6).withRequired());
        assertThat(refused(config, open(HIGHER_ID)).notified()).containsExactly("2/7");
    }

    @Test
    void aWrongAsIsRefused() {
        assertThat(refused(CONFIG, BgpMessage.Open.of(new Asn(65003), 90, HIGHER_ID, List.of()))
                        .notified())
                .containsExactly("2/2");
    }

    @Test
    void asZeroInTheCapabilityIsRefused() {
        BgpMessage.Open zero = new BgpMessage.Open(65002, 90, HIGHER_ID, List.of(new Capability.FourOctetAs(0)));
        assertThat(refused(CONFIG, zero).notified()).containsExactly("2/2");
    }

    @Test
    void asTransWithoutTheCapabilityIsNobodysAs() {
        SessionConfig any = SessionConfig.of(Peers.LOCAL_AS, Peers.LOCAL_ID, new RemoteAs.External(), V4);
        assertThat(refused(any, new BgpMessage.Open(23456, 90, HIGHER_ID, List.of()))
                        .notified())
                .containsExactly("2/2");
    }

    @Test
    void aFourOctetAsIsTakenFromTheCapability() {
        SessionConfig config =
                SessionConfig.of(Peers.LOCAL_AS, Peers.LOCAL_ID, new RemoteAs.Exactly(new Asn(4_200_000_001L)), V4);
        Peers peer = Peers.inState(
                Established.class, config, BgpMessage.Open.of(new Asn(4_200_000_001L), 90, HIGHER_ID, List.of()));
        assertThat(((Established) peer.session.state()).negotiated().peerAs()).isEqualTo(new Asn(4_200_000_001L));
    }

    @Test
    void externalAndInternalLookAtTheOwnAs() {
        SessionConfig external = SessionConfig.of(PEER_AS, Peers.LOCAL_ID, new RemoteAs.External(), V4);
        assertThat(refused(external, open(HIGHER_ID)).notified()).containsExactly("2/2");
        SessionConfig internal = SessionConfig.of(PEER_AS, Peers.LOCAL_ID, new RemoteAs.Internal(), V4);
        Peers peer = Peers.inState(Established.class, internal, open(HIGHER_ID));
        assertThat(((Established) peer.session.state()).negotiated().external()).isFalse();
    }

    @Test
    void equalIdentifiersAreRefusedWithinAnAsOnly() {
        SessionConfig internal = SessionConfig.of(PEER_AS, Peers.LOCAL_ID, new RemoteAs.Internal(), V4);
        assertThat(refused(internal, open(Peers.LOCAL_ID)).notified()).containsExactly("2/3");
        assertThat(refused(CONFIG, open(Peers.LOCAL_ID)).session.state()).isInstanceOf(OpenConfirm.class);
    }

    @Test
    void extendedMessagesGoWhereTheReceiverSaysSo() {
        Negotiated one = agreed(CONFIG);
        assertThat(one.maxSend()).isEqualTo(4096);
        assertThat(one.maxReceive()).isEqualTo(65535);
        assertThat(agreed(CONFIG, new Capability.ExtendedMessage()).maxSend()).isEqualTo(65535);
        Negotiated off =
                agreed(CONFIG.withFeatures(EnumSet.of(Feature.FOUR_OCTET_AS)), new Capability.ExtendedMessage());
        assertThat(off.maxSend()).isEqualTo(4096);
        assertThat(off.maxReceive()).isEqualTo(4096);
    }

    @Test
    void addPathIsAgreedPerDirection() {
        SessionConfig both = CONFIG.withFamilies(FamilyConfig.of(V4).withAddPath(true, true));
        Negotiated sends =
                agreed(both, new Capability.AddPath(List.of(new Capability.AddPath.PathsFamily(V4, false, true))));
        assertThat(sends.addPathReceive()).containsExactly(V4);
        assertThat(sends.addPathSend()).isEmpty();
        Negotiated receives =
                agreed(both, new Capability.AddPath(List.of(new Capability.AddPath.PathsFamily(V4, true, false))));
        assertThat(receives.addPathReceive()).isEmpty();
        assertThat(receives.addPathSend()).containsExactly(V4);
    }

    @Test
    void ipv6NextHopsNeedBothSides() {
        SessionConfig config = CONFIG.withFamilies(FamilyConfig.of(V4).withIpv6NextHop());
        Capability theirs = new Capability.ExtendedNextHop(List.of(new Capability.ExtendedNextHop.Pair(V4, 2)));
        assertThat(agreed(config, theirs).ipv6NextHop()).containsExactly(V4);
        assertThat(agreed(config).ipv6NextHop()).isEmpty();
        assertThat(agreed(CONFIG, theirs).ipv6NextHop()).isEmpty();
    }

    @Test
    void enhancedRefreshNeedsRefresh() {
        assertThat(agreed(CONFIG, new Capability.EnhancedRouteRefresh()).enhancedRefresh())
                .isFalse();
        assertThat(agreed(CONFIG, new Capability.EnhancedRouteRefresh(), new Capability.RouteRefresh())
                        .enhancedRefresh())
                .isTrue();
    }

    @Test
    void longLivedWithoutGracefulRestartIsIgnored() {
        Capability longLived = new Capability.LongLivedGracefulRestart(
                List.of(new Capability.LongLivedGracefulRestart.StaleFamily(V4, true, 100)));
        SessionConfig config = CONFIG.withRestart(Peers.LONG_LIVED);
        assertThat(agreed(config, longLived).longLived()).isNull();
        assertThat(agreed(config, longLived, Peers.restart(10, false)).longLived())
                .isNotNull();
    }

    @Test
    void rolesMustGoTogether() {
        SessionConfig provider = CONFIG.withRole(new RoleConfig(Role.PROVIDER, false));
        assertThat(agreed(provider, new Capability.BgpRole(Role.CUSTOMER)).role())
                .isEqualTo(Role.CUSTOMER);
        assertThat(refused(provider, open(HIGHER_ID, new Capability.BgpRole(Role.PEER)))
                        .notified())
                .containsExactly("2/11");
        assertThat(agreed(provider).role()).isNull();
        SessionConfig strict = CONFIG.withRole(new RoleConfig(Role.PROVIDER, true));
        assertThat(refused(strict, open(HIGHER_ID)).notified()).containsExactly("2/11");
    }

    @Test
    void severalRolesThatDifferAreRefused() {
        SessionConfig provider = CONFIG.withRole(new RoleConfig(Role.PROVIDER, false));
        assertThat(refused(
                                provider,
                                open(
                                        HIGHER_ID,
                                        new Capability.BgpRole(Role.CUSTOMER),
                                        new Capability.BgpRole(Role.PEER)))
                        .notified())
                .containsExactly("2/11");
    }

    @Test
    void ourOpenSaysWhatIsSwitchedOn() {
        SessionConfig full = CONFIG.withFamilies(
                        FamilyConfig.of(V4).withAddPath(true, false).withIpv6NextHop())
                .withRestart(Peers.LONG_LIVED)
                .withRole(new RoleConfig(Role.PEER, false));
        assertThat(OpenOffer.of(full, true).capabilities().stream()
                        .map(Capability::code)
                        .toList())
                .containsExactly(65, 1, 2, 70, 6, 5, 69, 64, 71, 9);
        SessionConfig bare = CONFIG.withFeatures(Set.of());
        assertThat(OpenOffer.of(bare, false).capabilities()).containsExactly(new Capability.Multiprotocol(V4));
    }
}
