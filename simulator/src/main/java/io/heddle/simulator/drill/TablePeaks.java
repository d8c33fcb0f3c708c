package io.heddle.simulator.drill;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.TableAudit;
import io.heddle.model.audit.WorstFailures;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Switch;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How full tables become as time goes by. Single-threaded. */
final class TablePeaks {

    private record Watched(RunningCounts counts, WorstFailures worst) {}

    private final Timeline timeline;
    private final Function<DeviceName, Optional<TableAudit>> audits;
    private final Map<DeviceName, Watched> watched = new HashMap<>();
    private final Set<DeviceName> changed = new LinkedHashSet<>();

    TablePeaks(Timeline timeline, Function<DeviceName, Optional<TableAudit>> audits) {
        this.timeline = timeline;
        this.audits = audits;
    }

    void apply(Change.TablesChanged change) {
        counts(change.device()).ifPresent(each -> each.apply(change));
    }

    /** What found no room counts too: how full the table would be says more than that it is full. */
    void apply(Change.NotWritten change) {
        counts(change.device()).ifPresent(each -> each.apply(change));
    }

    private Optional<RunningCounts> counts(DeviceName device) {
        Optional<SwitchConfig> config = timeline.config().findSwitch(device);
        Optional<TableAudit> audit = config.flatMap(each -> audits.apply(each.name()));
        if (audit.isEmpty()) {
            return Optional.empty();
        }
        changed.add(device);
        return Optional.of(watched.computeIfAbsent(
                        device,
                        _ -> new Watched(
                                new RunningCounts(config.orElseThrow(), atBeginning(config.orElseThrow())),
                                audit.get().failures()))
                .counts);
    }

    private SwitchTables atBeginning(SwitchConfig config) {
        SwitchTables held = timeline.tables().get(config.name());
        return held != null ? held : ExplicitTables.of(config, List.of(), List.of(), List.of(), List.of());
    }

    /** Everything of this time is applied. */
    void settle(SimTime now) {
        for (DeviceName each : changed) {
            Watched one = watched.get(each);
            if (one != null) {
                one.worst.add(now.toString(), one.counts.now());
            }
        }
        changed.clear();
    }

    /** Of every switch whose device is known: at the beginning and at its fullest. */
    List<AuditReport> reports() {
        List<AuditReport> reports = new ArrayList<>();
        for (Switch each : timeline.fabric().switches()) {
            Optional<TableAudit> audit = audits.apply(each.name());
            Optional<SwitchConfig> config = timeline.config().findSwitch(each.name());
            if (audit.isPresent() && config.isPresent()) {
                Watched one = watched.get(each.name());
                WorstFailures worst = one != null ? one.worst : audit.get().failures();
                reports.add(audit.get()
                        .report(
                                each.name(),
                                each.role(),
                                atBeginning(config.get()).counts(),
                                worst));
            }
        }
        return reports;
    }
}
