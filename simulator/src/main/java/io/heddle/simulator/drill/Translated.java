package io.heddle.simulator.drill;

import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.translation.Uncovered;
import java.util.List;
import java.util.Optional;

/**
 * Pods of a block that others reached from another address than their own.
 *
 * @param most as it was when most pairs were translated
 * @param spells in the order of time, at least one
 */
public record Translated(Uncovered most, List<Spell> spells) {

    /**
     * A time it was so.
     *
     * @param until empty where it is so at the end
     * @param begunBy what made it so
     */
    public record Spell(SimTime from, Optional<SimTime> until, String begunBy) {}

    public Translated {
        spells = List.copyOf(spells);
    }

    public boolean atEnd() {
        return spells.getLast().until().isEmpty();
    }
}
