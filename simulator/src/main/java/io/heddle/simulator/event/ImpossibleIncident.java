package io.heddle.simulator.event;

/** An incident that cannot happen: to something that is not there, or for the second time. */
public final class ImpossibleIncident extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int position;

    ImpossibleIncident(int position, String message) {
        super(message);
        this.position = position;
    }

    /** Which incident of the schedule, from 0. */
    public int position() {
        return position;
    }
}
