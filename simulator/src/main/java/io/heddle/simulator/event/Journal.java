package io.heddle.simulator.event;

import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.SimTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down what changes while it is open. Single-threaded. */
final class Journal {

    private final List<Moment> moments = new ArrayList<>();
    private final @Nullable Tracer tracer;
    private boolean open;

    Journal(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    void open() {
        open = true;
    }

    /** Forgets what is written, and writes nothing more. */
    void close() {
        open = false;
        moments.clear();
    }

    /** Whether anybody will know what is noted. */
    boolean isListening() {
        return open || tracer != null;
    }

    void note(long now, Change change, Cause cause) {
        if (!isListening()) {
            return;
        }
        Moment moment = new Moment(new SimTime(now), change, cause);
        if (tracer != null) {
            tracer.changed(moment);
        }
        if (open) {
            moments.add(moment);
        }
    }

    /** With {@code zero} as the time 0. */
    List<Moment> moments(long zero) {
        SimTime start = new SimTime(zero);
        return moments.stream()
                .map(each -> new Moment(each.at().since(start), each.change(), each.cause()))
                .toList();
    }
}
