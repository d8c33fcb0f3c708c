package io.heddle.simulator.event;

import io.heddle.bgp.virtual.VirtualNetwork;
import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Held wanted = new Held();
    private final Held held = new Held();
    private final Map<Object, Cause> due = new LinkedHashMap<>();
    private boolean writing;
    private int peak;
    private long life;

    Hardware(DeviceName device, Settings.Pace pace, VirtualNetwork network, Journal journal, Runnable activity) {
        this.device = device;
        this.pace = pace;
        this.network = network;
        this.journal = journal;
        this.activity = activity;
    }

    /** What is under the key from now on, or nothing. */
    void want(Object key, @Nullable TableEntry entry, Cause cause) {
        TableEntry before = wanted.set(key, entry);
        if (entry == null ? before == null : entry.equals(before)) {
            return;
        }
        due.put(key, cause);
        if (!writing) {
            writing = true;
            long alive = life;
            network.at(network.now() + pace.firstWrite(), () -> begin(alive));
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
        int count = pace.perEntry() == 0 ? due.size() : Math.min(due.size(), BATCH);
        network.at(network.now() + count * pace.perEntry(), () -> {
            if (alive == life) {
                write(count);
                begin(alive);
            }
        });
    }

    private void write(int count) {
        List<TableEntry> put = new ArrayList<>();
        List<TableEntry> removed = new ArrayList<>();
        Cause why = null;
        var turn = due.entrySet().iterator();
        for (int i = 0; i < count && turn.hasNext(); i++) {
            Map.Entry<Object, Cause> next = turn.next();
            TableEntry entry = wanted.get(next.getKey());
            TableEntry before = held.get(next.getKey());
            if (entry == null ? before == null : entry.equals(before)) {
                turn.remove();
                continue;
            }
            if (why != null && !why.equals(next.getValue())) {
                // Another cause is another moment; its turn comes at the same time.
                note(put, removed, why);
                put = new ArrayList<>();
                removed = new ArrayList<>();
            }
            why = next.getValue();
            held.set(next.getKey(), entry);
            if (entry != null) {
                put.add(entry);
            } else if (before != null) {
                removed.add(before);
            }
            turn.remove();
        }
        if (why != null) {
            note(put, removed, why);
        }
        peak = Math.max(peak, held.size());
    }

    private void note(List<TableEntry> put, List<TableEntry> removed, Cause why) {
        activity.run();
        journal.note(network.now(), new Change.TablesChanged(device, put, removed), why);
    }

    /** Power is gone, and with it everything; returns what was held. */
    List<TableEntry> lose() {
        List<TableEntry> lost = held.sorted();
        life++;
        writing = false;
        due.clear();
        wanted.clear();
        held.clear();
        return lost;
    }

    /** Routes are looked up in what the device wants: its software knows at once what the hardware is still being told. */
    Held wanted() {
        return wanted;
    }

    Held held() {
        return held;
    }

    boolean isWriting() {
        return writing;
    }

    /** The most entries held at once. */
    int peak() {
        return peak;
    }
}
