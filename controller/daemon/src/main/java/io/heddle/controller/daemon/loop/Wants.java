package io.heddle.controller.daemon.loop;

import io.heddle.controller.core.Early;
import io.heddle.controller.core.Effect;
import io.heddle.controller.core.Lingering;
import io.heddle.controller.core.State;
import io.heddle.controller.core.Step;
import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.Difference;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.core.layout.SwitchPlace;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.fabric.DeviceName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What each switch is to be told: what is kept, what may be told ahead of that, and what lingers of writes that failed. Single-threaded. */
final class Wants {

    private final Outlet outlet;
    private final Map<DeviceName, Wanted> kept = new TreeMap<>();
    private final Lingering lingering = new Lingering();
    private List<Difference> early = List.of();
    /** What lingers, as it was told last. */
    private Map<DeviceName, List<Announcement>> lingers = Map.of();

    Wants(Outlet outlet) {
        this.outlet = outlet;
    }

    /** Everything anew, as a state has it that was read from the store. */
    void all(State state, long now) {
        lingering.begin(state, now);
        lingers = lingering.routes(state);
        early = List.of();
        kept.clear();
        for (SwitchPlace each : state.layout().switches().values()) {
            if (each.told()) {
                kept.put(each.name(), state.wanted(each.name()));
            }
        }
        outlet.want(kept.keySet().stream().map(each -> wanted(state, each)).toList());
    }

    /** What may be told of steps that the store is still to write. */
    void ahead(State before, List<Step> steps) {
        early = Early.of(before, steps);
        tell(before, early.stream().map(Difference::device).toList());
    }

    /** The store did not take these steps, which were told ahead. */
    void failed(State before, List<Step> told) {
        early = List.of();
        lingering.failed(before, told);
        lingers = lingering.routes(before);
    }

    /**
     * What steps changed that the store has.
     *
     * @param ahead steps that follow, of which was told what may be told ahead: it is not taken back
     */
    void of(State after, List<Step> steps, List<Step> ahead) {
        Set<DeviceName> changed = new TreeSet<>();
        for (Step step : steps) {
            for (Effect effect : step.effects()) {
                if (effect instanceof Effect.Announce(Difference difference)) {
                    DeviceName device = difference.device();
                    kept.put(device, difference.appliedTo(kept.getOrDefault(device, Wanted.nothing(device))));
                    changed.add(device);
                }
            }
        }
        early = Early.of(after, ahead);
        if (!lingers.isEmpty()) {
            lingering.settle(after);
            changed.addAll(relinger(after));
        }
        tell(after, changed);
    }

    /** An agent reports, whether that can be kept or not. */
    void heard(State state, AgentReport report, String identity) {
        if (!lingers.isEmpty()) {
            lingering.heard(state, report, identity);
            tell(state, relinger(state));
        }
    }

    /** Time has passed. */
    void at(State state, long now) {
        if (!lingers.isEmpty()) {
            lingering.expire(now);
            tell(state, relinger(state));
        }
    }

    /** The switches for which something else lingers than before. */
    private Set<DeviceName> relinger(State state) {
        Map<DeviceName, List<Announcement>> before = lingers;
        lingers = lingering.routes(state);
        Set<DeviceName> changed = new HashSet<>(before.keySet());
        changed.addAll(lingers.keySet());
        changed.removeIf(each -> before.getOrDefault(each, List.of()).equals(lingers.getOrDefault(each, List.of())));
        return changed;
    }

    private void tell(State state, Collection<DeviceName> devices) {
        List<Wanted> wants = new TreeSet<>(devices)
                .stream()
                        .filter(each -> state.layout()
                                .switches()
                                .get(each)
                                .filter(SwitchPlace::told)
                                .isPresent())
                        .map(each -> wanted(state, each))
                        .toList();
        if (!wants.isEmpty()) {
            outlet.want(wants);
        }
    }

    private Wanted wanted(State state, DeviceName device) {
        return Lingering.wanted(
                kept.getOrDefault(device, Wanted.nothing(device)),
                state.revision(),
                lingers.getOrDefault(device, List.of()),
                early);
    }
}
