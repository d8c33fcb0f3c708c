package io.heddle.bgp.virtual;

import io.heddle.model.net.IpAddress;

/** Sees what speakers of a network exchange. Is told within their work, so it notes and returns. */
public interface Watcher {

    /** Looks at nothing. */
    Watcher NONE = new Watcher() {};

    /** A connection came about; {@code from} dialled. */
    default void connected(IpAddress from, IpAddress to, long now) {}

    /** Bytes left for the other end of a connection; they may be lost and sent again. */
    default void written(IpAddress from, IpAddress to, byte[] bytes, long now) {}

    /** Bytes were taken by the speaker at {@code to}. */
    default void taken(IpAddress from, IpAddress to, byte[] bytes, long now) {}

    /** The speaker at {@code to} took UPDATEs with so many routes announced and withdrawn. */
    default void updated(IpAddress from, IpAddress to, long messages, long announced, long withdrawn, long now) {}

    /** The session at {@code at} is established. */
    default void up(IpAddress at, IpAddress peer, long now) {}

    /** The session at {@code at} was established and is no longer. */
    default void down(IpAddress at, IpAddress peer, long now) {}

    /** A connection is gone on this side. */
    default void closed(IpAddress at, IpAddress peer, long now) {}
}
