package io.heddle.bgp.bfd;

/** What became of the bytes of a datagram. */
public sealed interface BfdRead {

    record Ok(BfdPacket packet) implements BfdRead {}

    /**
     * To be discarded.
     *
     * @param why with the section that says so
     */
    record Discarded(String why) implements BfdRead {}
}
