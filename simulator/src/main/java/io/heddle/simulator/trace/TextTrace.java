package io.heddle.simulator.trace;

import io.heddle.simulator.event.Tracer;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import java.io.PrintStream;
import java.util.Locale;

/** A line an event, times in seconds. Keepalives are left out. Single-threaded. */
public final class TextTrace implements Tracer {

    private static final double NANOS_A_SECOND = 1e9;

    private final PrintStream out;
    private final MessageText messages = new MessageText();

    public TextTrace(PrintStream out) {
        this.out = out;
    }

    private void line(long at, String text) {
        out.printf(Locale.ROOT, "%14.6f  %s%n", at / NANOS_A_SECOND, text);
    }

    @Override
    public void connected(long at, End from, End to) {
        line(at, from + " connected to " + to);
    }

    @Override
    public void sent(long at, End from, End to, byte[] bytes) {
        for (String each : messages.of(bytes)) {
            if (!each.equals("KEEPALIVE")) {
                line(at, from + " -> " + to + "  " + each);
            }
        }
    }

    @Override
    public void closed(long now, End at, End peer) {
        line(now, at + " has no connection with " + peer + " any more");
    }

    @Override
    public void changed(Moment moment) {
        line(moment.at().nanos(), text(moment.change()) + ", because: " + moment.cause());
    }

    /** A change in a few words. */
    static String text(Change change) {
        return switch (change) {
            case Change.TablesChanged tables ->
                tables.device() + " writes " + tables.put().size() + " entries and removes "
                        + tables.removed().size();
            case Change.NotWritten full -> full.device() + " has no room in " + full.table() + " for " + full.entry();
            case Change.PartsDown down ->
                "broken: " + down.parts().devices() + " " + down.parts().links();
            case Change.PartsUp up ->
                "whole again: " + up.parts().devices() + " " + up.parts().links();
            case Change.PortOut out -> out.port() + " is out of use";
            case Change.PortIn in -> in.port() + " is in use";
            case Change.SessionDown down -> down.at() + " lost its session with " + down.peer();
            case Change.SessionUp up -> up.at() + " has a session with " + up.peer();
            case Change.PodsCame came -> came.pods().size() + " pods came";
            case Change.PodsWent went -> went.pods().size() + " pods went";
            case Change.RoutingChanged changed ->
                "routing of " + changed.device() + " is "
                        + switch (changed.now()) {
                            case RUNS -> "running";
                            case DRAINED -> "drained";
                            case STOPPED -> "stopped";
                        };
            case Change.Remark(String who, String text) -> who + ": " + text;
        };
    }
}
