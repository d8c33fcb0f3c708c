package io.heddle.simulator.drill;

import io.heddle.model.config.Masquerade;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Replay;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.simulator.translation.Translation;
import io.heddle.simulator.translation.TranslationStudy;
import io.heddle.simulator.translation.Uncovered;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts translated pairs of pods anew whenever pods come or go, or nodes die or return; nothing else changes them. Single-threaded. */
final class TranslationTracker {

    private record Key(Masquerade rule, Prefix block, DeviceName owner) {}

    /** What is known of a block. */
    private static final class Row {
        private Uncovered most;
        private final List<Translated.Spell> spells = new ArrayList<>();
        private Translated.@Nullable Spell open;

        private Row(Uncovered most) {
            this.most = most;
        }

        private void close(SimTime now) {
            if (open != null) {
                spells.add(new Translated.Spell(open.from(), Optional.of(now), open.begunBy()));
                open = null;
            }
        }

        private Translated told() {
            List<Translated.Spell> all = new ArrayList<>(spells);
            if (open != null) {
                all.add(open);
            }
            return new Translated(most, all);
        }
    }

    private final TranslationStudy study;
    private final Replay replay;
    private final Map<Key, Row> rows = new LinkedHashMap<>();
    private Translation now;
    private long atBeginning;
    private long most;

    TranslationTracker(Timeline timeline, Replay replay) {
        this.replay = replay;
        study = new TranslationStudy(timeline.config());
        now = study.of(timeline.endpoints(), timeline.outage());
    }

    void begin() {
        atBeginning = now.pairs();
        set(SimTime.ZERO, PairTracker.BEFORE);
    }

    void judge(List<Moment> slice, SimTime at) {
        if (study.isNeeded()) {
            slice.stream()
                    .filter(each -> matters(each.change()))
                    .findFirst()
                    .ifPresent(first -> look(at, first.cause().text()));
        }
    }

    private static boolean matters(Change change) {
        return switch (change) {
            case Change.PodsCame _, Change.PodsWent _, Change.PartsDown _, Change.PartsUp _ -> true;
            case Change.TablesChanged _,
                    Change.NotWritten _,
                    Change.PortOut _,
                    Change.PortIn _,
                    Change.SessionDown _,
                    Change.SessionUp _,
                    Change.RoutingChanged _,
                    Change.Remark _ -> false;
        };
    }

    private void look(SimTime at, String cause) {
        now = study.of(replay.endpoints(), replay.outage());
        set(at, cause);
    }

    private void set(SimTime at, String cause) {
        most = Math.max(most, now.pairs());
        Set<Key> seen = new HashSet<>();
        for (Uncovered each : now.uncovered()) {
            Key key = new Key(each.rule(), each.block(), each.owner());
            seen.add(key);
            Row row = rows.computeIfAbsent(key, _ -> new Row(each));
            row.most = each.pairs() > row.most.pairs() ? each : row.most;
            if (row.open == null) {
                row.open = new Translated.Spell(at, Optional.empty(), cause);
            }
        }
        rows.forEach((key, row) -> {
            if (!seen.contains(key)) {
                row.close(at);
            }
        });
    }

    TranslationVerdict verdict() {
        return new TranslationVerdict(
                now.masquerading(),
                most,
                atBeginning,
                now.pairs(),
                rows.values().stream().map(Row::told).toList());
    }
}
