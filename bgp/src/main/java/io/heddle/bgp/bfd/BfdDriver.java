package io.heddle.bgp.bfd;

/** What a {@link BfdSpeaker} asks of the world, from within a call into it. */
public interface BfdDriver extends BfdWatcher {

    /** Sends with a TTL or hop limit of 255, to {@link BfdPath#port}, from the session's own source port. */
    void send(int session, BfdPath path, byte[] packet);

    /** The session is taken away: its source port is free. */
    void removed(int session);

    /** Wants {@link BfdSpeaker#tick} at this time; a later call replaces an earlier one. {@link BfdSession#NEVER} is never. */
    void wakeAt(long nanos);
}
