package io.heddle.simulator.drill;

import io.heddle.model.audit.TableAudit;
import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Replay;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plays a timeline and judges it.
 *
 * <p>Cost: one walk a pair of groups at the beginning, then one for each pair on whose way something changed, each time. Groups are few
 * where a fabric is regular: two for the cable of one node among a hundred, and a rack's nodes are one sender whatever pods start on them.
 */
public final class DrillStudy {

    private final Timeline timeline;
    private final Replay replay;
    private final PairTracker pairs;
    private final TranslationTracker translation;
    private final TablePeaks peaks;
    private final Capacity capacity;
    private Optional<SimTime> firstChange = Optional.empty();
    private Optional<SimTime> lastChange = Optional.empty();
    private long tableChanges;

    private DrillStudy(Timeline timeline, Function<DeviceName, Optional<TableAudit>> audits, boolean alike) {
        this.timeline = timeline;
        replay = new Replay(timeline);
        pairs = new PairTracker(timeline, replay, alike);
        translation = new TranslationTracker(timeline, replay);
        peaks = new TablePeaks(timeline, audits);
        capacity = new Capacity(timeline.fabric());
    }

    /**
     * The verdict on a timeline.
     *
     * @param audits of a switch's device, to say how full its tables became; empty where it is not known
     */
    public static DrillVerdict of(Timeline timeline, Function<DeviceName, Optional<TableAudit>> audits) {
        return new DrillStudy(timeline, audits, true).run();
    }

    /** The same, slow and plain, with a walk for every node and pod whenever anything changes: what grouping must not change. */
    public static DrillVerdict ofEveryPair(Timeline timeline) {
        return new DrillStudy(timeline, _ -> Optional.empty(), false).run();
    }

    private DrillVerdict run() {
        pairs.begin();
        translation.begin();
        capacity.look(replay);
        List<Moment> slice = new ArrayList<>();
        for (Optional<Moment> each = replay.next(); each.isPresent(); each = replay.next()) {
            slice.add(each.get());
            SimTime now = each.get().at();
            if (replay.peek().filter(next -> next.at().equals(now)).isEmpty()) {
                judge(slice, now);
                slice.clear();
            }
        }
        SimTime end = timeline.ending().at();
        List<PairOutage> outages = DrillVerdict.worstFirst(pairs.finish(end), end);
        return new DrillVerdict(
                pairs.pods(),
                pairs.total(),
                pairs.podsGone(),
                pairs.lostAtBeginning(),
                outages,
                pairs.traps(),
                firstChange,
                lastChange,
                tableChanges,
                timeline.traffic(),
                peaks.reports(),
                pairs.noRoom(),
                capacity.tiers(),
                pairs.width(),
                translation.verdict(),
                timeline.ending());
    }

    private void judge(List<Moment> slice, SimTime now) {
        boolean physical = false;
        for (Moment each : slice) {
            if (each.change() instanceof Change.TablesChanged change) {
                tableChanges += change.put().size() + change.removed().size();
                firstChange = firstChange.isPresent() ? firstChange : Optional.of(now);
                lastChange = Optional.of(now);
                peaks.apply(change);
            }
            if (each.change() instanceof Change.NotWritten change) {
                peaks.apply(change);
            }
            physical |= each.change() instanceof Change.PartsDown
                    || each.change() instanceof Change.PartsUp
                    || each.change() instanceof Change.PortOut
                    || each.change() instanceof Change.PortIn;
        }
        peaks.settle(now);
        if (physical) {
            capacity.look(replay);
        }
        pairs.judge(slice, now);
        translation.judge(slice, now);
    }
}
