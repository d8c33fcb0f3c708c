package io.heddle.cni.ipam;

import io.heddle.cni.ipam.LedgerEvent.Attached;
import io.heddle.cni.ipam.LedgerEvent.Past;
import io.heddle.cni.ipam.LedgerEvent.Released;
import io.heddle.cni.ipam.LedgerEvent.Remembered;
import io.heddle.cni.spec.AttachmentKey;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who has which address, and who had it before. Single-threaded. */
final class Ledger {

    private final Map<AttachmentKey, Allocation> allocations = new TreeMap<>();
    private final Map<IpAddress, AttachmentKey> holders = new TreeMap<>();
    private final Map<IpAddress, Past> pasts = new TreeMap<>();
    private final Map<String, IpAddress> latest = new TreeMap<>();

    /** Changes the state; an event that contradicts it is an {@link IllegalStateException}. */
    void apply(LedgerEvent event) {
        switch (event) {
            case Attached attached -> attach(attached.allocation());
            case Released released -> release(released);
            case Remembered remembered -> pasts.put(remembered.address(), remembered.past());
        }
    }

    private void attach(Allocation allocation) {
        if (allocations.containsKey(allocation.key())) {
            throw new IllegalStateException(allocation.key() + " is attached already");
        }
        for (IpAddress each : allocation.addresses()) {
            AttachmentKey holder = holders.get(each);
            if (holder != null) {
                throw new IllegalStateException(each + " is given to " + allocation.key() + " and held by " + holder);
            }
        }
        allocations.put(allocation.key(), allocation);
        for (IpAddress each : allocation.addresses()) {
            holders.put(each, allocation.key());
            pasts.remove(each);
            latest.put(turn(allocation.network(), each.family()), each);
        }
    }

    private void release(Released released) {
        Allocation gone = allocations.remove(released.key());
        if (gone == null) {
            throw new IllegalStateException(released.key() + " is released and was not attached");
        }
        for (IpAddress each : gone.addresses()) {
            holders.remove(each);
            pasts.put(each, new Past(gone.pod(), released.atMillis()));
        }
    }

    Optional<Allocation> allocation(AttachmentKey key) {
        return Optional.ofNullable(allocations.get(key));
    }

    Collection<Allocation> allocations() {
        return allocations.values();
    }

    Optional<AttachmentKey> holder(IpAddress address) {
        return Optional.ofNullable(holders.get(address));
    }

    Optional<Past> past(IpAddress address) {
        return Optional.ofNullable(pasts.get(address));
    }

    /** Free addresses that this pod had last, in ascending order. */
    List<IpAddress> formerlyOf(String pod) {
        List<IpAddress> addresses = new ArrayList<>();
        pasts.forEach((address, past) -> {
            if (past.pod().filter(pod::equals).isPresent()) {
                addresses.add(address);
            }
        });
        return addresses;
    }

    /** The address of this family that was given last in a network. */
    Optional<IpAddress> latest(String network, IpFamily family) {
        return Optional.ofNullable(latest.get(turn(network, family)));
    }

    /** Events that make this state from nothing. */
    List<LedgerEvent> events() {
        List<LedgerEvent> events = new ArrayList<>();
        allocations.values().forEach(each -> events.add(new Attached(each)));
        pasts.forEach((address, past) -> events.add(new Remembered(address, past)));
        return events;
    }

    private static String turn(String network, IpFamily family) {
        return network + "/" + family;
    }
}
