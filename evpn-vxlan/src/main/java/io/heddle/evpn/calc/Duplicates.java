package io.heddle.evpn.calc;

import io.heddle.evpn.vrf.DuplicateDetection;
import io.heddle.evpn.vrf.DuplicateDetection.Action;
import io.heddle.evpn.vrf.MoveHistory;
import io.heddle.model.tables.FdbEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often MACs move between a switch's own ports and VTEPs, and freezes those that two hosts use (RFC 7432 section 15.1). What
 * moved is read off the differences, so moves that cancel out within a batch are none. Memory: one entry for each MAC that moved within the
 * detection's time. Single-threaded.
 */
final class Duplicates {

    private final @Nullable DuplicateDetection detection;
    private final Frozen frozen;
    /** What is counted, in the order in which the counts began, and what was found, in that order. */
    private final Map<MacAt, MoveHistory> counted = new LinkedHashMap<>();

    private final Map<MacAt, MoveHistory> found = new LinkedHashMap<>();
    private long now;

    /** Without detection nothing is counted. */
    Duplicates(@Nullable DuplicateDetection detection, Frozen frozen) {
        this.detection = detection;
        this.frozen = frozen;
    }

    boolean isDetecting() {
        return detection != null;
    }

    /** It is {@code time}. {@code thawing} is told of each MAC before it is frozen no more. */
    void now(long time, Consumer<MacAt> thawing) {
        if (detection == null) {
            return;
        }
        now = time;
        dropFirst(counted, each -> each.isOver(now, detection));
        if (detection.action() instanceof Action.Freeze freeze
                && freeze.forNanos().isPresent()) {
            long nanos = freeze.forNanos().get();
            dropFirst(found, each -> now - each.duplicateSince() >= nanos).forEach(each -> thaw(each, thawing));
        }
    }

    private static List<MacAt> dropFirst(Map<MacAt, MoveHistory> histories, Predicate<MoveHistory> isOver) {
        List<MacAt> dropped = new ArrayList<>(0);
        for (Map.Entry<MacAt, MoveHistory> each : histories.entrySet()) {
            if (!isOver.test(each.getValue())) {
                break;
            }
            dropped.add(each.getKey());
        }
        dropped.forEach(histories::remove);
        return dropped;
    }

    /** A person says that it is settled. */
    void settle(MacAt mac, Consumer<MacAt> thawing) {
        counted.remove(mac);
        if (found.remove(mac) != null) {
            thaw(mac, thawing);
        }
    }

    private void thaw(MacAt mac, Consumer<MacAt> thawing) {
        thawing.accept(mac);
        frozen.thaw(mac);
    }

    /** A switch that is gone takes what it counted with it. */
    void forget(int at, Consumer<MacAt> thawing) {
        List<MacAt> all = new ArrayList<>(counted.keySet());
        all.addAll(found.keySet());
        all.removeIf(each -> each.at() != at);
        all.forEach(each -> settle(each, thawing));
    }

    Collection<MacAt> found() {
        return found.keySet();
    }

    /** What switches hold for a MAC is about to change. */
    void changed(Key.OfMac key, Spread old, Spread now, MacCalculator macs) {
        for (Spread.Share was : old.shares()) {
            for (Spread.Share is : now.shares()) {
                boolean here = isHere(is);
                if (here != isHere(was) && was.at().meets(is.at())) {
                    was.at().and(is.at()).forEachNumber(at -> moved(key, at, here, macs));
                }
            }
        }
    }

    private static boolean isHere(Spread.Share share) {
        return share.outcome().entry() instanceof TableEntry.Fdb fdb
                && fdb.entry().target() instanceof FdbEntry.Target.Port;
    }

    private void moved(Key.OfMac key, int at, boolean here, MacCalculator macs) {
        if (detection == null) {
            return;
        }
        MacAt mac = new MacAt(at, key.vrf().key.vlan().value(), key.mac());
        if (found.containsKey(mac)) {
            return;
        }
        MoveHistory before = counted.getOrDefault(mac, MoveHistory.NONE);
        MoveHistory after = before.moved(here, now, detection);
        if (after.since() != before.since() || after.isDuplicate()) {
            counted.remove(mac);
        }
        if (after.isDuplicate()) {
            found.put(mac, after);
            if (detection.action() instanceof Action.Freeze) {
                frozen.freeze(mac, here ? new Place.Here() : macs.announcers(key.vrf(), key.mac(), at));
            }
        } else if (after.moves() > 0) {
            counted.put(mac, after);
        } else {
            counted.remove(mac);
        }
    }
}
