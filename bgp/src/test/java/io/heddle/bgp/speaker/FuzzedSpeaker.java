package io.heddle.bgp.speaker;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.session.FamilyConfig;
import io.heddle.bgp.session.SessionState;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.AttributeEncoder;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.Capability;
import io.heddle.bgp.wire.Decoded;
import io.heddle.bgp.wire.MessageCodec;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.bgp.wire.PrefixNlri;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.bgp.wire.UpdateEncoder;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A speaker with two peers that connect to it: one hostile, one with three routes that nothing may happen to. */
final class FuzzedSpeaker implements SpeakerDriver {

    static final int BYSTANDER_ROUTES = 3;

    private static final Set<AddressFamilyId> FAMILIES =
            Set.of(AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST);

    private static final long SECOND = 1_000_000_000L;
    private static final Asn OWN_AS = new Asn(65000);
    private static final IpAddress LOCAL = IpAddress.parse("10.0.0.254");
    private static final IpAddress HOSTILE = IpAddress.parse("10.0.0.1");
    private static final IpAddress BYSTANDER = IpAddress.parse("10.0.0.2");

    final Speaker speaker = new Speaker(SpeakerConfig.of(OWN_AS, LOCAL, 4), new Random(1), this);
    final int hostile;
    final int bystander;
    final int bystanderConnection;
    /** What the hostile session comes to agree on. */
    final SessionOptions options;

    private final byte[] out = new byte[MessageFrame.MAX_EXTENDED_LENGTH];
    private long now = SECOND;

    FuzzedSpeaker(boolean external, boolean addPath) {
        Set<AddressFamilyId> several = addPath ? FAMILIES : Set.of();
        options = new SessionOptions(
                external, false, true, MessageFrame.MAX_EXTENDED_LENGTH, FAMILIES, several, several, Set.of());
        hostile = add("hostile", HOSTILE, hostileAs(), addPath);
        bystander = add("bystander", BYSTANDER, new Asn(65002), false);
        bystanderConnection = connect(BYSTANDER);
        send(bystanderConnection, open(new Asn(65002), BYSTANDER, false));
        confirm(bystanderConnection);
        bystandersRoutes();
        written(bystanderConnection);
    }

    private Asn hostileAs() {
        return options.external() ? new Asn(65001) : OWN_AS;
    }

    private int add(String name, IpAddress address, Asn as, boolean addPath) {
        PeerGroup group = new PeerGroup(
                name,
                Set.of(AddressFamily.IPV4_UNICAST, AddressFamily.IPV6_UNICAST),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                true,
                PeerGroup.NextHopMode.STANDARD,
                0,
                false);
        SpeakerPeer peer = SpeakerPeer.of(speaker.config().router(), name, TransportConfig.of(address), as, group);
        FamilyConfig[] families = FAMILIES.stream()
                .sorted()
                .map(each -> FamilyConfig.of(each).withAddPath(addPath, addPath))
                .toArray(FamilyConfig[]::new);
        return speaker.addPeer(peer.with(peer.peer().session().withPassive().withFamilies(families)), now);
    }

    private int connect(IpAddress remote) {
        return speaker.accepted(remote, LOCAL, "", now);
    }

    /** A new connection of the hostile peer, its OPEN awaited. */
    int connectHostile() {
        return connect(HOSTILE);
    }

    void openHostile(int connection) {
        send(connection, open(hostileAs(), HOSTILE, !options.addPathReceive().isEmpty()));
    }

    void confirm(int connection) {
        send(connection, new BgpMessage.Keepalive());
    }

    private static BgpMessage.Open open(Asn as, IpAddress identifier, boolean addPath) {
        List<Capability> capabilities = new ArrayList<>(List.of(
                new Capability.Multiprotocol(AddressFamilyId.IPV4_UNICAST),
                new Capability.Multiprotocol(AddressFamilyId.IPV6_UNICAST),
                new Capability.RouteRefresh(),
                new Capability.ExtendedMessage()));
        if (addPath) {
            capabilities.add(new Capability.AddPath(List.of(
                    new Capability.AddPath.PathsFamily(AddressFamilyId.IPV4_UNICAST, true, true),
                    new Capability.AddPath.PathsFamily(AddressFamilyId.IPV6_UNICAST, true, true))));
        }
        return BgpMessage.Open.of(as, 90, identifier, capabilities);
    }

    private void send(int connection, BgpMessage message) {
        byte[] bytes = new byte[MessageFrame.MAX_LENGTH];
        receive(connection, bytes, MessageCodec.encode(message, bytes, 0));
    }

    private void bystandersRoutes() {
        SessionOptions options = SessionOptions.of(true, AddressFamilyId.IPV4_UNICAST);
        AttributeSet set = AttributeSet.of(
                PathAttributes.originated(Origin.IGP).withAsPath(AsPath.of(new Asn(65002))), NextHop.of(BYSTANDER));
        AttributeEncoder attributes = new AttributeEncoder(options);
        int length = attributes.encode(set, true);
        UpdateEncoder encoder = new UpdateEncoder(options);
        byte[] bytes = new byte[MessageFrame.MAX_LENGTH];
        encoder.announce(bytes, 0, bytes.length, PrefixNlri.IPV4, NextHop.of(BYSTANDER), attributes.bytes(), 0, length);
        for (int i = 0; i < BYSTANDER_ROUTES; i++) {
            encoder.add(0, 0xC6336400L + i, 32, 0);
        }
        receive(bystanderConnection, bytes, encoder.finish());
    }

    void receive(int connection, byte[] bytes, int length) {
        now += SECOND / 1000;
        speaker.received(connection, bytes, 0, length, now);
        while (speaker.rib().hasWork()) {
            speaker.tick(now);
        }
    }

    /** The hostile peer hangs up, and what waits is over. */
    void hangUp(int connection) {
        speaker.closed(connection, "hung up", now);
        now += 3600 * SECOND;
        // The bystander must not time out meanwhile.
        confirm(bystanderConnection);
        speaker.tick(now);
    }

    SessionState state(int peer) {
        return speaker.status(peer).state();
    }

    /** All that waits to be written to a connection, message by message; each must be whole. */
    List<byte[]> written(int connection) {
        List<byte[]> messages = new ArrayList<>();
        for (int length = fill(connection); length > 0; length = fill(connection)) {
            for (int at = 0; at < length; ) {
                int size = MessageFrame.lengthOf(out, at, length, MessageFrame.MAX_EXTENDED_LENGTH);
                if (size <= 0) {
                    throw new AssertionError("what is written is no message");
                }
                messages.add(Arrays.copyOfRange(out, at, at + size));
                at += size;
            }
        }
        return messages;
    }

    private int fill(int connection) {
        return speaker.fill(connection, out, 0, out.length, now);
    }

    /** The message as a record; not for UPDATEs. */
    static BgpMessage read(byte[] message) {
        return switch (MessageCodec.decode(message, 0, message.length)) {
            case Decoded.Ok<BgpMessage> ok -> ok.value();
            case Decoded.Malformed<BgpMessage> malformed -> throw new AssertionError(malformed);
        };
    }

    @Override
    public void connect(int peer, TransportConfig transport) {
        throw new AssertionError("all peers are passive");
    }

    @Override
    public void stopConnecting(int peer) {}

    @Override
    public void close(int connection) {}

    @Override
    public void wantsToWrite(int connection) {}

    @Override
    public void wakeAt(long nanos) {}
}
