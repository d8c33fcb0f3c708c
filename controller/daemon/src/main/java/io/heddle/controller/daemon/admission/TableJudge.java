package io.heddle.controller.daemon.admission;

import io.heddle.controller.core.Demand;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.Judgement;
import io.heddle.controller.core.Pod;
import io.heddle.controller.core.State;
import io.heddle.controller.core.TableUse;
import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.TableAudit;
import io.heddle.model.audit.Verdict;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Switch;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges by the tables of every switch. Single-threaded. */
public final class TableJudge implements Judge {

    /** What a pod can cost at a switch, at the most: a host route, and where it is bridged its MAC, its neighbour and an overlay route. */
    private static final List<EntryKind> POD_V4 = List.of(
            EntryKind.HOST_ROUTE_V4,
            EntryKind.OVERLAY_HOST_ROUTE_V4,
            EntryKind.NEIGHBOR_V4,
            EntryKind.OVERLAY_NEIGHBOR_V4);

    private static final List<EntryKind> POD_V6 = List.of(
            EntryKind.HOST_ROUTE_V6,
            EntryKind.OVERLAY_HOST_ROUTE_V6,
            EntryKind.NEIGHBOR_V6,
            EntryKind.OVERLAY_NEIGHBOR_V6);

    private final Plan plan;
    private final boolean failures;
    private final Map<DeviceName, Audited> audits = new TreeMap<>();
    private final Set<String> warned = new HashSet<>();
    private Map<DeviceName, TableCounts> solved = Map.of();
    private @Nullable MostHeld states;
    private boolean isSolved;
    private long[] since = new long[EntryKind.values().length];
    private Refused refused = Refused.NOTHING;

    /** A switch whose limits are known. */
    private record Audited(Switch device, TableAudit audit) {
        AuditReport report(TableCounts held) {
            return audit.report(device.name(), device.role(), held);
        }
    }

    /** What was refused last: as long as nothing went away, more does not fit either. */
    private record Refused(long pods, long foreign, String reason) {
        static final Refused NOTHING = new Refused(Long.MAX_VALUE, 0, "");
    }

    /**
     * A judge of one plan.
     *
     * @param failures whether single failures count too
     */
    public TableJudge(Plan plan, DeviceCatalogue devices, boolean failures) {
        this.plan = plan;
        this.failures = failures;
        for (Switch each : plan.fabric().switches()) {
            devices.find(each.profile())
                    .ifPresent(profile -> audits.put(each.name(), new Audited(each, TableAudit.of(profile))));
        }
    }

    @Override
    public Judgement judge(State state, Demand demand) {
        if (demand instanceof Demand.Aggregate aggregate) {
            return aggregated(state, aggregate);
        }
        if (state.pods() >= refused.pods && foreign(state) >= refused.foreign) {
            return new Judgement.Full(refused.reason);
        }
        if (!isSolved) {
            solve(Forecast.of(plan, state));
        }
        long[] before = since.clone();
        count(demand);
        if (overflowing(state).isEmpty()) {
            return new Judgement.Fits(warnings(state));
        }
        Map<DeviceName, TableCounts> held = solved;
        solve(Forecast.of(plan, state, demand));
        Optional<String> full = overflowing(state);
        if (full.isEmpty()) {
            return new Judgement.Fits(warnings(state));
        }
        solved = held;
        since = before;
        refused = new Refused(state.pods(), foreign(state), full.get());
        return new Judgement.Full(full.get());
    }

    private Judgement aggregated(State state, Demand.Aggregate demand) {
        Forecast with = Forecast.of(plan, state, demand);
        Forecast one = Forecast.of(plan, state, new Demand.Pods(demand.node(), demand.pods()));
        Optional<String> lost = BlackHoles.made(plan.fabric(), one, with, state, demand);
        if (lost.isPresent()) {
            return new Judgement.Full(lost.get());
        }
        solve(with);
        return overflowing(state).<Judgement>map(Judgement.Full::new).orElse(Judgement.FITS);
    }

    private void solve(Forecast forecast) {
        MostHeld most = MostHeld.of(plan.fabric(), forecast, failures);
        states = most;
        solved = most.all();
        since = new long[EntryKind.values().length];
        isSolved = true;
        warned.clear();
        refused = Refused.NOTHING;
    }

    private void count(Demand demand) {
        switch (demand) {
            case Demand.Blocks(DeviceName _, List<Prefix> blocks) ->
                blocks.forEach(each -> since[EntryKind.ofLearned(each).ordinal()]++);
            case Demand.Pods(DeviceName _, List<Pod> pods) -> {
                for (Pod pod : pods) {
                    since[EntryKind.MAC.ordinal()]++;
                    for (IpAddress each : pod.addresses()) {
                        (each.isV4() ? POD_V4 : POD_V6).forEach(kind -> since[kind.ordinal()]++);
                    }
                }
            }
            case Demand.Aggregate _ -> throw new IllegalArgumentException("an aggregate is solved, not counted");
        }
    }

    /** What switch and table overflow first, in the order of switches' names. */
    private Optional<String> overflowing(State state) {
        for (Audited each : audits.values()) {
            TableCounts held = held(state, each.device().name());
            if (each.audit().overflows(held)) {
                return Optional.of(text(state, each, held));
            }
        }
        return Optional.empty();
    }

    private List<String> warnings(State state) {
        List<String> warnings = new ArrayList<>();
        double share = state.layout().limits().warnShare();
        audits.forEach((device, each) -> {
            TableCounts held = held(state, device);
            if (each.audit().peakShare(held) >= share && warned.add(device.value())) {
                warnings.add(each.report(held)
                        .binding()
                        .map(binding -> device + " nears its limit: " + binding.summary())
                        .orElse(device + " nears its limit"));
            }
        });
        return warnings;
    }

    private String text(State state, Audited full, TableCounts most) {
        DeviceName device = full.device().name();
        MostHeld.Held held = new MostHeld.Held(failures ? "at rest or in a single failure" : "at rest", most);
        if (states != null) {
            held = states.when(device, counts -> full.audit().overflows(sum(state, device, counts)))
                    .map(each -> new MostHeld.Held(each.when(), sum(state, device, each.counts())))
                    .orElse(held);
        }
        return device + " cannot hold it " + held.when() + ": "
                + full.report(held.counts()).with(Verdict.OVERFLOWS).stream()
                        .map(ResourceAudit::summary)
                        .collect(Collectors.joining("; "));
    }

    private TableCounts held(State state, DeviceName device) {
        return sum(state, device, solved.get(device));
    }

    /** With what was let in since the fabric was solved, and what is there of others. */
    private TableCounts sum(State state, DeviceName device, @Nullable TableCounts base) {
        Optional<TableCounts> others = state.seen(device).use().map(TableUse::foreign);
        long[] sum = new long[since.length];
        for (EntryKind kind : EntryKind.values()) {
            int at = kind.ordinal();
            sum[at] = (base == null ? 0 : base.of(kind))
                    + since[at]
                    + others.map(each -> each.of(kind)).orElse(0L);
        }
        return TableCounts.of(sum);
    }

    /** Entries that Heddle did not make, over all switches. */
    private static long foreign(State state) {
        long sum = 0;
        for (var seen : state.switches().values()) {
            for (TableUse use : seen.use().stream().toList()) {
                for (EntryKind kind : EntryKind.values()) {
                    sum += use.foreign().of(kind);
                }
            }
        }
        return sum;
    }
}
