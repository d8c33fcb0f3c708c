package io.heddle.bgp.bmp;

import io.heddle.bgp.rib.RouteCounters;
import io.heddle.bgp.session.Negotiated;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.WireWatcher;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.MessageCodec;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.model.net.IpAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells a monitoring station what a speaker's peers say, as they say it. To be given to {@link Speaker#watch(WireWatcher)} before there are
 * peers. Single-threaded: the speaker's.
 */
public final class BmpExport implements WireWatcher {

    private static final byte[] NOTHING = {};

    private final LongSupplier micros;
    private final Consumer<byte[]> station;
    /** By connection. */
    private final Map<Integer, Talk> talks = new HashMap<>();
    /** By peer. */
    private final Map<Integer, Talk> established = new TreeMap<>();

    /** What was said on a connection that is worth keeping. */
    private static final class Talk {
        byte[] sentOpen = NOTHING;
        byte[] receivedOpen = NOTHING;
        byte[] notification = NOTHING;
        boolean notified;
        Set<AddressFamilyId> families = Set.of();
        /** Null while no session is established on it. */
        @Nullable
        BmpPeer peer;
    }

    /**
     * An export that has greeted its station.
     *
     * @param name of this system, {@code description} what it is
     * @param micros the time of day in microseconds since 1970
     * @param station takes whole messages, in order; must not wait
     */
    public BmpExport(String name, String description, LongSupplier micros, Consumer<byte[]> station) {
        this.micros = micros;
        this.station = station;
        station.accept(BmpEncoder.initiation(description, name));
    }

    private Talk talk(int connection) {
        return talks.computeIfAbsent(connection, _ -> new Talk());
    }

    @Override
    public void received(int connection, byte[] in, int from, int to) {
        Talk talk = talk(connection);
        switch (MessageFrame.type(in, from)) {
            case MessageFrame.OPEN -> {
                // A connection's number is used again: this is the beginning of another.
                talk.receivedOpen = Arrays.copyOfRange(in, from, to);
                talk.notification = NOTHING;
            }
            case MessageFrame.UPDATE -> {
                if (talk.peer != null) {
                    station.accept(BmpEncoder.route(talk.peer, micros.getAsLong(), in, from, to));
                }
            }
            case MessageFrame.NOTIFICATION -> {
                talk.notification = Arrays.copyOfRange(in, from, to);
                talk.notified = true;
            }
            default -> {}
        }
    }

    @Override
    public void said(int connection, BgpMessage message) {
        Talk talk = talk(connection);
        if (message instanceof BgpMessage.Open) {
            talk.sentOpen = bytes(message);
            talk.notification = NOTHING;
        } else if (message instanceof BgpMessage.Notification) {
            talk.notification = bytes(message);
            talk.notified = false;
        }
    }

    private static byte[] bytes(BgpMessage message) {
        byte[] out = new byte[MessageFrame.MAX_LENGTH];
        return Arrays.copyOf(out, MessageCodec.encode(message, out, 0));
    }

    @Override
    public void up(int peer, int connection, IpAddress local, IpAddress remote, Negotiated agreed) {
        Talk talk = talk(connection);
        if (talk.receivedOpen.length == 0) {
            // It was up before us, and what its OPENs said, which the station must be told, is not known.
            return;
        }
        BmpPeer about = new BmpPeer(remote, agreed.peerAs(), agreed.peerRouterId(), !agreed.fourOctetAs());
        talk.peer = about;
        talk.families = agreed.families();
        established.put(peer, talk);
        station.accept(BmpEncoder.up(about, micros.getAsLong(), local, talk.sentOpen, talk.receivedOpen));
    }

    @Override
    public void down(int peer) {
        Talk talk = established.remove(peer);
        BmpPeer about = talk == null ? null : talk.peer;
        if (talk != null && about != null) {
            talk.peer = null;
            BmpEncoder.Down why = talk.notification.length == 0
                    ? BmpEncoder.Down.SILENT
                    : talk.notified ? BmpEncoder.Down.BY_PEER : BmpEncoder.Down.BY_US;
            station.accept(BmpEncoder.down(about, micros.getAsLong(), why, talk.notification));
        }
    }

    /** Tells the counters of all sessions that are up. */
    public void statistics(Speaker speaker) {
        established.forEach((peer, talk) -> {
            RouteCounters counters = speaker.status(peer).counters().orElse(null);
            if (talk.peer != null && counters != null) {
                long routes = talk.families.stream()
                        .mapToLong(each -> speaker.rib().pathCount(each, peer + 1))
                        .sum();
                station.accept(
                        BmpEncoder.statistics(talk.peer, micros.getAsLong(), counters.treatedAsWithdrawn(), routes));
            }
        });
    }

    /** Takes leave of the station. */
    public void end() {
        station.accept(BmpEncoder.termination());
    }
}
