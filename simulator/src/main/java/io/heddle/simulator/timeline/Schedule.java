package io.heddle.simulator.timeline;

import java.util.List;

/** Incidents in the order of time; those of one time happen in the order given. */
public record Schedule(List<Planned> incidents) {

    /** Nothing happens: the fabric merely comes up. */
    public static final Schedule NOTHING = new Schedule(List.of());

    /** An incident and when it happens, from 0. */
    public record Planned(SimTime at, Incident incident) {
        public Planned {
            if (at.nanos() < 0) {
                throw new IllegalArgumentException("incident at " + at + ", before the first one may happen");
            }
        }

        @Override
        public String toString() {
            return at + " " + incident.text();
        }
    }

    public Schedule {
        incidents = List.copyOf(incidents);
        for (int i = 1; i < incidents.size(); i++) {
            if (incidents.get(i).at().compareTo(incidents.get(i - 1).at()) < 0) {
                throw new IllegalArgumentException(
                        "time goes backwards: " + incidents.get(i) + " after " + incidents.get(i - 1));
            }
        }
    }

    /** One incident at time 0. */
    public static Schedule of(Incident incident) {
        return new Schedule(List.of(new Planned(SimTime.ZERO, incident)));
    }
}
