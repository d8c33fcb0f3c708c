package io.heddle.controller.core;

import java.util.List;
import java.util.Optional;

/**
 * What one event led to.
 *
 * @param state after it
 * @param effects in the order they are to be done
 * @param reason in words, for the log and for those who ask why
 */
public record Step(State state, List<Effect> effects, String reason) {

    public Step {
        effects = List.copyOf(effects);
    }

    /** The first effect of a kind. */
    public <E extends Effect> Optional<E> effect(Class<E> kind) {
        return effects.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
