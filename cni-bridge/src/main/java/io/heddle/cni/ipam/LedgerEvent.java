package io.heddle.cni.ipam;

import io.heddle.cni.spec.AttachmentKey;
import io.heddle.model.net.IpAddress;
import java.util.Optional;

/** What happened to addresses, as the journal has it. */
public sealed interface LedgerEvent {

    /** Addresses were given to an attachment. */
    record Attached(Allocation allocation) implements LedgerEvent {}

    /** An attachment is gone from the kernel; its addresses cool down from this time on. */
    record Released(AttachmentKey key, long atMillis) implements LedgerEvent {}

    /** Who had an address that is free now, and since when it is free: what is left of the two others in a journal that was rewritten. */
    record Remembered(IpAddress address, Past past) implements LedgerEvent {}

    /** The last use of a free address. */
    record Past(Optional<String> pod, long freedAtMillis) {}
}
