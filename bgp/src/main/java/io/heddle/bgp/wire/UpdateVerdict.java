package io.heddle.bgp.wire;

/** What the frame of an UPDATE says about it. */
public sealed interface UpdateVerdict {

    UpdateVerdict SOUND = new Sound();

    /** The ranges and blocks of the view can be read. */
    record Sound() implements UpdateVerdict {}

    /** End of RIB (RFC 4724 section 2): nothing but this sign. */
    record EndOfRib(AddressFamilyId family) implements UpdateVerdict {}

    /** All NLRI of the view, announced ones too, count as withdrawn (RFC 7606); blocks are not to be read. */
    record TreatAsWithdraw(AttributeFault fault) implements UpdateVerdict {}

    record Reset(AttributeFault fault) implements UpdateVerdict {}
}
