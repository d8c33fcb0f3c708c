package io.heddle.model.config;

import java.util.ArrayList;
import java.util.List;

/** One step of a policy: if every match holds, apply the actions and accept, or reject. */
public record PolicyTerm(String name, List<Match> matches, List<Action> actions, boolean accept) {

    public PolicyTerm {
        matches = List.copyOf(matches);
        actions = List.copyOf(actions);
        if (!accept && !actions.isEmpty()) {
            throw new IllegalArgumentException("policy term " + name + " rejects and changes at once");
        }
    }

    PolicyTerm andThen(Action last) {
        List<Action> changed = new ArrayList<>(actions);
        changed.add(last);
        return new PolicyTerm(name, matches, changed, accept);
    }
}
