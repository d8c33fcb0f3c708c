package io.heddle.simulator.drill;

import io.heddle.model.fabric.Outage;
import io.heddle.simulator.timeline.Schedule;

/**
 * Something to try on a fabric.
 *
 * @param kind what is tried, as people sort it: {@code switch}, {@code card}, {@code cable}, {@code peer link}, {@code rack}
 * @param text in words: {@code loss of leaf-1}
 * @param absent what is not there at the beginning, such as a rack that is to be added
 * @param like how many drills this one stands for, itself included
 */
public record Drill(String kind, String text, Schedule schedule, Outage absent, int like) {

    /** With everything there at the beginning, standing for itself. */
    public static Drill of(String kind, String text, Schedule schedule) {
        return new Drill(kind, text, schedule, Outage.NONE, 1);
    }

    Drill standingFor(int number) {
        return new Drill(kind, text, schedule, absent, number);
    }
}
