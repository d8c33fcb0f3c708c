package io.heddle.cni.ipam;

import io.heddle.cni.ipam.LedgerEvent.Attached;
import io.heddle.cni.ipam.LedgerEvent.Released;
import io.heddle.cni.spec.AttachmentKey;
import io.heddle.cni.spec.CniException;
import io.heddle.cni.step.Steps;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Allocations of this node. Safe for many threads. */
public final class Ipam implements AutoCloseable {

    /** Rewriting a small journal is not worth the write. */
    private static final int LINES_BEFORE_REWRITE = 4096;

    private final Ledger ledger;
    private final Journal journal;
    private final InstantSource clock;
    private final Duration coolDown;
    private final List<Listener> listeners = new ArrayList<>();

    private Ipam(Ledger ledger, Journal journal, InstantSource clock, Duration coolDown) {
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
        this.coolDown = coolDown;
    }

    /** Opens the journal of a directory and reads what was allocated. */
    public static Ipam open(Path directory, Duration coolDown, InstantSource clock, Steps steps) throws IOException {
        Ledger ledger = new Ledger();
        Journal journal = Journal.open(directory, steps, ledger::apply);
        Ipam ipam = new Ipam(ledger, journal, clock, coolDown);
        ipam.rewriteWhenLong();
        return ipam;
    }

    /** Who asks for addresses, besides the network. A MAC that is not requested comes from the addresses. */
    public record Demand(
            AttachmentKey key,
            Optional<String> pod,
            String netns,
            List<IpAddress> addresses,
            Function<List<IpAddress>, Mac> mac) {}

    /**
     * An allocation that is in the journal's file; {@link Ipam#settle} returns when it is on disk too.
     *
     * @param number of the event
     */
    public record Grant(Allocation allocation, long number) {}

    /**
     * Gives addresses to an attachment that has none.
     *
     * @throws CniException when there is none to give, or not the requested one
     * @throws IOException when it cannot be written down; then nothing is given
     */
    public synchronized Grant allocate(AddressSource source, Demand demand) throws CniException, IOException {
        long now = clock.millis();
        List<IpAddress> addresses =
                new AddressChoice(ledger, source, now, coolDown.toMillis()).choose(demand.addresses(), demand.pod());
        Allocation allocation = new Allocation(
                demand.key(),
                source.network(),
                addresses,
                demand.mac().apply(addresses),
                demand.pod(),
                demand.netns(),
                now);
        return new Grant(allocation, record(new Attached(allocation), Optional.empty()));
    }

    /** Returns when an allocation would succeed now. */
    public synchronized void requireRoom(AddressSource source) throws CniException, IOException {
        journal.requireSound();
        new AddressChoice(ledger, source, clock.millis(), coolDown.toMillis()).choose(List.of(), Optional.empty());
    }

    /** Returns when an event is on disk. */
    public void settle(long number) throws IOException {
        journal.force(number);
    }

    /** The number of the last event on disk: the listener has heard of all up to it. */
    public synchronized long settled() {
        return journal.forced();
    }

    /** Gives an attachment's addresses back, if it has any, and returns when that is on disk. Its link must be gone. */
    public Optional<Allocation> release(AttachmentKey key) throws IOException {
        Optional<Allocation> allocation;
        long number = 0;
        synchronized (this) {
            allocation = ledger.allocation(key);
            if (allocation.isPresent()) {
                number = record(new Released(key, clock.millis()), allocation);
                rewriteWhenLong();
            }
        }
        if (allocation.isPresent()) {
            journal.force(number);
        }
        return allocation;
    }

    public synchronized Optional<Allocation> allocation(AttachmentKey key) {
        return ledger.allocation(key);
    }

    /** Every allocation, by key. */
    public synchronized List<Allocation> allocations() {
        return List.copyOf(ledger.allocations());
    }

    /** Every allocation, and the number of the event that made the last of them. */
    public record Snapshot(long number, List<Allocation> allocations) {}

    public synchronized Snapshot snapshot() {
        return new Snapshot(journal.number(), allocations());
    }

    /** Is told every event after it was written, in order, under the lock: it must return at once. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Something was written.
         *
         * @param gone the allocation that was released
         */
        void happened(long number, LedgerEvent event, Optional<Allocation> gone);
    }

    /** Tells a listener from now on. */
    public synchronized void listen(Listener next) {
        listeners.add(next);
    }

    private long record(LedgerEvent event, Optional<Allocation> gone) throws IOException {
        long number = journal.append(event);
        ledger.apply(event);
        listeners.forEach(each -> each.happened(number, event, gone));
        return number;
    }

    private void rewriteWhenLong() throws IOException {
        if (journal.lines() > LINES_BEFORE_REWRITE) {
            List<LedgerEvent> events = ledger.events();
            if (journal.lines() > 2 * events.size()) {
                journal.rewrite(events);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        journal.close();
    }
}
