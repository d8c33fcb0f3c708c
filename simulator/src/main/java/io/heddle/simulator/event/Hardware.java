package io.heddle.simulator.event;

import io.heddle.bgp.virtual.VirtualNetwork;
import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.audit.TableAudit;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tables a switch forwards by, written at the pace of its hardware: what changes again before its turn comes is written once.
 * Single-threaded.
 */
final class Hardware {

    /** Entries written together. The driver of the ASIC works in bulk; a moment of the timeline is one batch. */
    private static final int BATCH = 64;

    private final DeviceName device;
    private final Settings.Pace pace;
    private final VirtualNetwork network;
    private final Journal journal;
    private final Runnable activity;
    private final @Nullable Room room;
    private final Overflowing overflowing;
    private final SplittableRandom random;
    private final Map<Object, Slot> slots = new HashMap<>();
    private final Deque<Slot> due = new ArrayDeque<>();
    private int entries;
    private boolean writing;
    private int peak;
    private long life;

    /**
     * Empty tables.
     *
     * @param room what its limits leave; null where none is known
     * @param overflowing is told of what finds no room
     * @param random for what a first write takes longer
     */
    Hardware(
            DeviceName device,
            Settings.Pace pace,
            VirtualNetwork network,
            Journal journal,
            @Nullable Room room,
            Overflowing overflowing,
            SplittableRandom random,
            Runnable activity) {
        this.device = device;
        this.pace = pace;
        this.network = network;
        this.journal = journal;
        this.activity = activity;
        this.room = room;
        this.overflowing = overflowing;
        this.random = random;
    }

    /** The place for routes of the default VRF to prefixes that fare alike, by the first of them. */
    Slot slot(List<Prefix> prefixes) {
        return slots.computeIfAbsent(prefixes.getFirst(), key -> new Slot(key, prefixes));
    }

    /** The place of a prefix, or of those it stands for, if there ever was something to be put there. */
    @Nullable
    Slot find(Prefix prefix) {
        return slots.get(prefix);
    }

    /** All places for routes of the default VRF, in no order. */
    void forEachRoute(Consumer<Slot> consumer) {
        for (Slot each : slots.values()) {
            if (!each.members.isEmpty()) {
                consumer.accept(each);
            }
        }
    }

    /** What is under the key from now on, or nothing. */
    void want(Object key, @Nullable TableEntry entry, Cause cause) {
        Slot known = slots.get(key);
        if (known == null && entry != null) {
            known = new Slot(key, List.of());
            slots.put(key, known);
        }
        if (known == null) {
            return;
        }
        want(known, entry == null ? null : new Content.Whole(entry), cause);
    }

    /** What is in a place from now on, or nothing. */
    void want(Slot slot, @Nullable Content content, Cause cause) {
        if (Objects.equals(content, slot.wanted)) {
            return;
        }
        slot.wanted = content;
        if (slot.due == null) {
            due.add(slot);
        }
        slot.due = cause;
        if (!writing) {
            writing = true;
            long alive = life;
            network.at(network.now() + pace.firstWrite() + Gathering.late(pace, random), () -> begin(alive));
        }
    }

    private void begin(long alive) {
        if (alive != life) {
            return;
        }
        if (due.isEmpty()) {
            writing = false;
            return;
        }
        int count = 0;
        for (Slot each : due) {
            count += each.size();
            if (count >= BATCH && pace.perEntry() > 0) {
                break;
            }
        }
        batch(count, alive);
    }

    private void batch(int count, long alive) {
        network.at(network.now() + count * pace.perEntry(), () -> {
            if (alive == life) {
                write(count);
                begin(alive);
            }
        });
    }

    private void write(int count) {
        Batch batch = new Batch(journal.isListening());
        for (int left = count; left > 0 && !due.isEmpty(); ) {
            Slot slot = due.remove();
            left -= slot.size();
            Cause cause = slot.due;
            slot.due = null;
            Content before = slot.held;
            Content content = slot.wanted;
            if (cause == null) {
                continue;
            }
            if (Objects.equals(content, before)) {
                // What found no room is no longer wanted.
                if (slot.refused != null) {
                    batch.write(slot, before == null ? slot.refused : before, content, cause);
                    settle(slot);
                }
                continue;
            }
            Optional<TableAudit.Full> full = room == null ? Optional.empty() : room.exchange(slot, before, content);
            if (full.isPresent() && content != null) {
                slot.refused = content;
                slot.full = full.get();
                batch.refuse(slot, content, full.get(), cause);
                if (overflowing.full(slot, full.get())) {
                    return;
                }
                continue;
            }
            settle(slot);
            batch.write(slot, before, content, cause);
            slot.held = content;
            entries += (content == null ? 0 : slot.size()) - (before == null ? 0 : slot.size());
        }
        batch.close();
        peak = Math.max(peak, entries);
    }

    /** What is wanted in it stands there, or is no longer wanted. */
    private void settle(Slot slot) {
        if (slot.refused != null) {
            slot.refused = null;
            slot.full = null;
            overflowing.settled(slot);
        }
    }

    /** What is written at one time. Another cause is another moment, though its turn comes at the same time. */
    private final class Batch {
        private final boolean told;
        private List<TableEntry> put = new ArrayList<>();
        private List<TableEntry> removed = new ArrayList<>();
        private @Nullable Cause why;

        private Batch(boolean told) {
            this.told = told;
        }

        private void write(Slot slot, @Nullable Content before, @Nullable Content content, Cause cause) {
            if (why != null && !why.equals(cause)) {
                close();
            }
            why = cause;
            if (!told) {
                return;
            }
            if (content != null) {
                slot.entries(content, put::add);
            } else if (before != null) {
                slot.entries(before, removed::add);
            }
        }

        private void refuse(Slot slot, Content content, TableAudit.Full full, Cause cause) {
            close();
            activity.run();
            slot.entries(content, each -> journal.note(network.now(), notWritten(each, full), cause));
        }

        private void close() {
            Cause cause = why;
            if (cause != null) {
                activity.run();
                if (told) {
                    journal.note(network.now(), new Change.TablesChanged(device, put, removed), cause);
                    put = new ArrayList<>();
                    removed = new ArrayList<>();
                }
            }
            why = null;
        }
    }

    private Change.NotWritten notWritten(TableEntry entry, TableAudit.Full full) {
        return new Change.NotWritten(device, entry, full.table().name(), full.overflow());
    }

    /** Everything that should be held and found no room, in the order of keys. */
    List<Change.NotWritten> notWritten() {
        List<Change.NotWritten> all = new ArrayList<>();
        for (Slot each : slots.values()) {
            TableAudit.Full full = each.full;
            if (each.refused != null && full != null) {
                each.entries(each.refused, entry -> all.add(notWritten(entry, full)));
            }
        }
        all.sort((a, b) -> TableEntry.BY_KEY.compare(a.entry(), b.entry()));
        return all;
    }

    /**
     * Power is gone, and with it everything; returns what was held or found no room, in an order that does not depend on hashes.
     */
    List<TableEntry> lose() {
        List<TableEntry> lost = new ArrayList<>();
        for (Slot each : slots.values()) {
            Content content = each.held == null ? each.refused : each.held;
            if (content != null) {
                each.entries(content, lost::add);
            }
        }
        lost.sort(TableEntry.BY_KEY);
        if (room != null) {
            room.clear();
        }
        life++;
        writing = false;
        due.clear();
        entries = 0;
        slots.values().forEach(Slot::empty);
        overflowing.lost();
        return lost;
    }

    /**
     * The way to a prefix that the device wants: its software knows at once what the hardware is still being told. Prefixes that fare alike
     * are asked for by the first of them.
     */
    Content.@Nullable Way wantedWay(Prefix prefix) {
        Slot slot = slots.get(prefix);
        return slot != null && slot.wanted instanceof Content.Way way ? way : null;
    }

    /** Every place that holds something, in no order: the prefixes that share it, and what it holds. */
    void forEachHeld(BiConsumer<List<Prefix>, Content> consumer) {
        for (Slot each : slots.values()) {
            Content held = each.held;
            if (held != null) {
                consumer.accept(each.members, held);
            }
        }
    }

    /** How the tables stand is what {@link #isAsMarked} compares with from now on. */
    void mark() {
        slots.values().forEach(each -> each.marked = each.held);
        peak = entries;
    }

    boolean isAsMarked() {
        return slots.values().stream().allMatch(each -> Objects.equals(each.held, each.marked));
    }

    /** The most entries held at once. */
    int peak() {
        return peak;
    }
}
