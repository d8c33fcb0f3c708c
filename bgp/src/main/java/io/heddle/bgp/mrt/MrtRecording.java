package io.heddle.bgp.mrt;

import io.heddle.bgp.session.Negotiated;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.WireWatcher;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.MessageCodec;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Records what a running speaker's peers say, as they say it (RFC 6396 section 4.4): every message of sessions that are established, what
 * the speaker itself says but for UPDATEs, and when sessions come up and go down. To be given to {@link Speaker#watch(WireWatcher)}.
 * Single-threaded: the speaker's.
 */
public final class MrtRecording implements WireWatcher {

    private final Asn localAs;
    private final LongSupplier seconds;
    private final Consumer<byte[]> sink;
    private final ByteArrayOutputStream record = new ByteArrayOutputStream();
    /** By connection, while its session is established. */
    private final Map<Integer, MrtMessages> sessions = new HashMap<>();

    private final Map<Integer, Integer> connectionOf = new HashMap<>();

    /**
     * A recording.
     *
     * @param seconds the time of day, since 1970
     * @param sink takes whole records, in order; must not wait
     */
    public MrtRecording(Asn localAs, LongSupplier seconds, Consumer<byte[]> sink) {
        this.localAs = localAs;
        this.seconds = seconds;
        this.sink = sink;
    }

    /** Writes one record. */
    private interface Writing {
        void write(MrtMessages session, long seconds) throws IOException;
    }

    private void write(int connection, Writing writing) {
        MrtMessages session = sessions.get(connection);
        if (session != null) {
            try {
                writing.write(session, seconds.getAsLong());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            sink.accept(record.toByteArray());
            record.reset();
        }
    }

    @Override
    public void received(int connection, byte[] in, int from, int to) {
        write(connection, (session, now) -> session.received(in, from, to, now));
    }

    @Override
    public void said(int connection, BgpMessage message) {
        byte[] out = new byte[MessageFrame.MAX_LENGTH];
        int length = MessageCodec.encode(message, out, 0);
        write(connection, (session, now) -> session.sent(out, 0, length, now));
    }

    @Override
    public void up(int peer, int connection, IpAddress local, IpAddress remote, Negotiated agreed) {
        sessions.put(connection, new MrtMessages(record, agreed.peerAs(), localAs, remote, local, 0));
        connectionOf.put(peer, connection);
        write(
                connection,
                (session, now) -> session.changed(MrtMessages.State.OPEN_CONFIRM, MrtMessages.State.ESTABLISHED, now));
    }

    @Override
    public void down(int peer) {
        Integer connection = connectionOf.remove(peer);
        if (connection != null) {
            write(
                    connection,
                    (session, now) -> session.changed(MrtMessages.State.ESTABLISHED, MrtMessages.State.IDLE, now));
            sessions.remove(connection);
        }
    }
}
