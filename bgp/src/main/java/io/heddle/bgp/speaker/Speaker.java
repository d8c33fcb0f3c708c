package io.heddle.bgp.speaker;

import io.heddle.bgp.wire.MessageFrame;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A BGP speaker without thread, socket or clock; see the package. Single-threaded. Time is nanoseconds on any scale that does not run
 * backwards.
 */
public final class Speaker {

    /** Instead of a connection number: the connection is not wanted, close it. */
    public static final int REFUSED = -1;

    private final SpeakerConfig config;
    private final RandomGenerator random;
    private final SpeakerDriver driver;
    private final List<@Nullable SpeakerPeer> peers = new ArrayList<>();
    private final List<DynamicPeers> dynamic = new ArrayList<>();

    /**
     * A speaker without peers.
     *
     * @param random for jitter (RFC 4271 section 10) and for hashing that nobody outside can foresee
     */
    public Speaker(SpeakerConfig config, RandomGenerator random, SpeakerDriver driver) {
        this.config = config;
        this.random = random;
        this.driver = driver;
    }

    public SpeakerConfig config() {
        return config;
    }

    /** Adds a peer, starts its session, and returns its number. */
    public int addPeer(SpeakerPeer peer, long now) {
        peers.add(peer);
        if (!peer.peer().session().passive()) {
            driver.connect(peers.size() - 1, peer.peer().transport());
        }
        driver.wakeAt(now + 1 + random.nextInt(1000));
        return peers.size() - 1;
    }

    /** Takes peers as they connect. */
    public void addDynamicPeers(DynamicPeers range) {
        dynamic.add(range);
    }

    // What the driver tells.

    /**
     * Somebody connected.
     *
     * @param networkInterface where it came in; empty where the driver cannot say
     * @return the connection's number, or {@link #REFUSED}
     */
    public int accepted(IpAddress remote, IpAddress local, String networkInterface, long now) {
        for (int peer = 0; peer < peers.size(); peer++) {
            SpeakerPeer each = peers.get(peer);
            if (each != null && each.peer().transport().address().equals(remote)) {
                return peer;
            }
        }
        return REFUSED;
    }

    /**
     * An attempt to connect succeeded.
     *
     * @return the connection's number, or {@link #REFUSED}
     */
    public int connected(int peer, IpAddress remote, IpAddress local, long now) {
        return peer;
    }

    /** An attempt to connect failed, with the reason for people. */
    public void connectFailed(int peer, String reason, long now) {}

    /**
     * Bytes came.
     *
     * @return how many were used up; the rest is to be offered again in front of what comes next. Zero means that a message is not
     *     complete; {@link MessageFrame#MAX_EXTENDED_LENGTH} bytes always hold one.
     */
    public int received(int connection, byte[] in, int from, int to, long now) {
        int at = from;
        for (int length; (length = MessageFrame.lengthOf(in, at, to, MessageFrame.MAX_LENGTH)) > 0; ) {
            at += length;
        }
        return at - from;
    }

    /**
     * The connection is writable: writes whole messages.
     *
     * @param to at least {@link MessageFrame#MAX_EXTENDED_LENGTH} behind {@code from}, so that every message fits; more is better
     * @return how many bytes were written; 0 means that there is nothing to write until {@link SpeakerDriver#wantsToWrite}
     */
    public int fill(int connection, byte[] out, int from, int to, long now) {
        return 0;
    }

    /** A connection is gone, on whose wish ever. */
    public void closed(int connection, String reason, long now) {}

    /** The time asked for in {@link SpeakerDriver#wakeAt} has come, or passed. */
    public void tick(long now) {}
}
