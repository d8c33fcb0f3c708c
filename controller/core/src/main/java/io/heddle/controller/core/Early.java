package io.heddle.controller.core;

import io.heddle.controller.core.announce.Difference;
import java.util.ArrayList;
import java.util.List;

/**
 * What of some steps switches may be told while the store still writes them: routes to pods within what their nodes were granted before.
 * Only a writer that took the lead meanwhile can have given these addresses to somebody else, and then the store turns the steps down, and
 * the routes are taken back; otherwise they stay as {@link Lingering} says. Grants, and whatever goes away, wait for the store.
 */
public final class Early {

    private Early() {}

    /** What may be announced of steps that follow each other, up to the first that writes more than pods. */
    public static List<Difference> of(State before, List<Step> steps) {
        List<Difference> early = new ArrayList<>();
        for (Step step : within(before, steps)) {
            for (Effect each : step.effects()) {
                if (each instanceof Effect.Announce(Difference difference)
                        && !difference.announce().isEmpty()) {
                    early.add(new Difference(
                            difference.device(), difference.from(), difference.to(), difference.announce(), List.of()));
                }
            }
        }
        return early;
    }

    /** The first of some steps, as far as they write nothing but pods. */
    static List<Step> within(State before, List<Step> steps) {
        State at = before;
        for (int i = 0; i < steps.size(); i++) {
            State from = at;
            if (steps.get(i).effect(Effect.Persist.class).stream()
                    .flatMap(each -> each.changes().stream())
                    .anyMatch(each -> !isOfPods(from, each))) {
                return steps.subList(0, i);
            }
            at = steps.get(i).state();
        }
        return steps;
    }

    private static boolean isOfPods(State before, Change change) {
        return switch (change) {
            case Change.PodSaved _, Change.PodForgotten _, Change.LayoutSaved _ -> true;
            case Change.NodeSaved(NodeRecord node) ->
                before.nodes()
                        .get(node.name())
                        .filter(each -> each.record()
                                .withAcknowledged(node.acknowledged())
                                .equals(node))
                        .isPresent();
            case Change.NodeForgotten _ -> false;
        };
    }
}
