package io.heddle.controller.core;

import java.util.List;

/** Whether the fabric can hold a {@link Demand}, at rest and in the worst single failure. */
public sealed interface Judgement {

    Judgement FITS = new Fits(List.of());

    /**
     * It can.
     *
     * @param warnings one for each table that is then above the share from which to warn
     */
    record Fits(List<String> warnings) implements Judgement {
        public Fits {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * It cannot.
     *
     * @param reason switch, table, entries, limit and state of the fabric
     */
    record Full(String reason) implements Judgement {}
}
