package io.heddle.controller.store;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.State;
import java.util.List;

/**
 * What a store holds.
 *
 * @param changes which make an empty state into that of {@code revision}
 */
public record Kept(long revision, List<Change> changes) {

    public Kept {
        changes = List.copyOf(changes);
    }

    public State state() {
        return State.EMPTY.apply(changes, revision);
    }
}
