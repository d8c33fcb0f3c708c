package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.AttributeSet;
import java.util.List;

/** What became of an attribute block (RFC 7606 section 2). */
public sealed interface AttributeOutcome {

    /** The routes stand; {@code discarded} says which attributes were dropped on the way. */
    record Usable(AttributeSet attributes, List<AttributeFault> discarded) implements AttributeOutcome {}

    /** The routes that would have had these attributes count as withdrawn, and any known before of the same NLRI goes. */
    record Withdraw(List<AttributeFault> faults) implements AttributeOutcome {}

    /** The session ends. */
    record Reset(AttributeFault fault) implements AttributeOutcome {}
}
