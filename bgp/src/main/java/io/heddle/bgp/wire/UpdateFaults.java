package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Octets;

/** What follows from faults in the frame of an UPDATE (RFC 7606 sections 3, 4 and 5). */
final class UpdateFaults {

    private UpdateFaults() {}

    /** Withdrawn Routes Length or Total Attribute Length reaches beyond the message. */
    static UpdateVerdict lengths() {
        return reset(0, NotificationReason.MALFORMED_ATTRIBUTE_LIST, Octets.EMPTY, "RFC 7606 section 3 b");
    }

    static UpdateVerdict twice(int type) {
        return reset(type, NotificationReason.MALFORMED_ATTRIBUTE_LIST, Octets.EMPTY, "RFC 7606 section 3 g");
    }

    /** An IPv4 prefix that is too long or not whole. */
    static UpdateVerdict networkField() {
        return reset(0, NotificationReason.INVALID_NETWORK_FIELD, Octets.EMPTY, "RFC 7606 section 5.3");
    }

    /** MP_REACH_NLRI or MP_UNREACH_NLRI is malformed; its NLRI cannot be relied on. */
    static UpdateVerdict mp(int type, byte[] in, int from, int to) {
        return reset(
                type, NotificationReason.OPTIONAL_ATTRIBUTE_ERROR, Octets.copyOf(in, from, to), "RFC 7606 section 5.3");
    }

    /** An attribute reaches beyond the attributes. The NLRI field is found all the same, if there is any. */
    static UpdateVerdict cut(int type, byte[] in, int from, int to, boolean reachable) {
        Octets data = Octets.copyOf(in, from, to);
        return reachable
                ? new UpdateVerdict.TreatAsWithdraw(new AttributeFault(
                        type,
                        AttributeFault.Action.TREAT_AS_WITHDRAW,
                        NotificationReason.ATTRIBUTE_LENGTH_ERROR,
                        data,
                        "RFC 7606 section 4"))
                : reset(type, NotificationReason.ATTRIBUTE_LENGTH_ERROR, data, "RFC 7606 section 5.2");
    }

    /** RFC 7606 section 5.2: attributes for no route at all, where a fault may have hidden the NLRI, end the session. */
    static UpdateVerdict withoutNlri(AttributeBlock block, SessionOptions options) {
        return switch (AttributeDecoder.decode(block.bytes(), block.from(), block.to(), options)) {
            case AttributeOutcome.Usable _ -> UpdateVerdict.SOUND;
            case AttributeOutcome.Reset reset -> new UpdateVerdict.Reset(reset.fault());
            case AttributeOutcome.Withdraw withdraw ->
                withdraw.faults().stream()
                        .filter(each -> each.action() == AttributeFault.Action.TREAT_AS_WITHDRAW
                                && each.reason() != NotificationReason.MISSING_WELL_KNOWN_ATTRIBUTE)
                        .findFirst()
                        .map(each -> reset(each.attribute(), each.reason(), each.data(), "RFC 7606 section 5.2"))
                        .orElse(UpdateVerdict.SOUND);
        };
    }

    private static UpdateVerdict reset(int type, NotificationReason reason, Octets data, String section) {
        return new UpdateVerdict.Reset(
                new AttributeFault(type, AttributeFault.Action.RESET_SESSION, reason, data, section));
    }
}
