package io.heddle.controller.daemon.loop;

import io.heddle.controller.core.Early;
import io.heddle.controller.core.Effect;
import io.heddle.controller.core.State;
import io.heddle.controller.core.Step;
import io.heddle.controller.core.announce.Difference;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.core.layout.SwitchPlace;
import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each switch is to be told. Single-threaded. */
final class Wants {

    private final Outlet outlet;
    private final Map<DeviceName, Wanted> kept = new TreeMap<>();

    Wants(Outlet outlet) {
        this.outlet = outlet;
    }

    /** Everything anew, as a state has it. */
    void all(State state) {
        List<Wanted> all = new ArrayList<>();
        for (SwitchPlace each : state.layout().switches().values()) {
            if (each.told()) {
                all.add(state.wanted(each.name()));
            }
        }
        kept.clear();
        all.forEach(each -> kept.put(each.device(), each));
        outlet.want(all);
    }

    /** What may be told of steps that the store is still to write; if it does not, {@link #all} takes it back. */
    void ahead(State before, List<Step> steps) {
        Map<DeviceName, Wanted> early = new TreeMap<>();
        for (Difference each : Early.of(before, steps)) {
            tell(before, each.at(before.revision()), early);
        }
        if (!early.isEmpty()) {
            outlet.want(early.values());
        }
    }

    /**
     * What steps changed that the store has.
     *
     * @param ahead steps that follow, of which was told what may be told ahead: it is not taken back
     */
    void of(State after, List<Step> steps, List<Step> ahead) {
        Map<DeviceName, Wanted> changed = new TreeMap<>();
        for (Step step : steps) {
            for (Effect effect : step.effects()) {
                if (effect instanceof Effect.Announce(Difference difference)) {
                    tell(after, difference, changed);
                }
            }
        }
        if (!changed.isEmpty()) {
            kept.putAll(changed);
            for (Difference each : Early.of(after, ahead)) {
                tell(after, each.at(after.revision()), changed);
            }
            outlet.want(changed.values());
        }
    }

    private void tell(State state, Difference difference, Map<DeviceName, Wanted> changed) {
        DeviceName device = difference.device();
        if (state.layout().switches().get(device).filter(SwitchPlace::told).isPresent()) {
            Wanted held = changed.getOrDefault(device, kept.getOrDefault(device, Wanted.nothing(device)));
            changed.put(device, difference.appliedTo(held));
        }
    }
}
