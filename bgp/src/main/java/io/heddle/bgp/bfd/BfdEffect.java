package io.heddle.bgp.bfd;

/** What a step of the machine asks for, in order. */
public sealed interface BfdEffect {

    record Send(BfdPacket packet) implements BfdEffect {}

    /** The path works both ways. */
    record Up() implements BfdEffect {}

    /**
     * The session left Up.
     *
     * @param administrative one side took it down on purpose: what watches it need not react (RFC 5882 section 4.2)
     * @param forwarding the peer's BFD does not share the fate of its control plane (the C bit): packets are lost, it is no restart (RFC
     *     5882 section 4.3)
     */
    record Down(BfdDiagnostic diagnostic, boolean administrative, boolean forwarding) implements BfdEffect {}
}
