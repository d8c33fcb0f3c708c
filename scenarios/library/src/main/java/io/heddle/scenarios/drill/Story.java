package io.heddle.scenarios.drill;

import io.heddle.model.device.Overflow;
import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A timeline as a person tells it: what belongs together on one line. Single-threaded. */
public final class Story {

    /** What a line is about. */
    public enum Kind {
        /** What happened from outside. */
        INCIDENT,
        /** A port is no longer used, or used again. */
        PORT,
        SESSION,
        TABLE,
        POD,
        /** What controllers and agents do that is in no table, and what becomes of a switch that crashed. */
        CONTROLLER
    }

    /**
     * One line.
     *
     * @param until the last of what it gathers; the same as {@code from} for one thing alone
     * @param where the device, or nothing
     */
    public record Line(SimTime from, SimTime until, Kind kind, String where, String what, String why) {

        /** {@code 12.1 ms}, or {@code 12.1 ms to 334 ms}. */
        public String when() {
            String first = from.toString();
            String last = until.toString();
            return first.equals(last) ? first : first + " to " + last;
        }
    }

    /** Changes of one kind at one device that lie closer than this are one line. */
    private static final long GAP = 20_000_000;

    private static final class Open {
        final SimTime from;
        final String why;
        SimTime until;
        long put;
        long removed;
        final Set<String> names = new TreeSet<>();

        Open(SimTime from, String why) {
            this.from = from;
            this.why = why;
            until = from;
        }
    }

    private record Key(Kind kind, String where, String verb) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<Key, Open> open = new HashMap<>();

    private Story() {}

    /** The lines in the order of their beginning. */
    public static List<Line> of(Timeline timeline) {
        Story story = new Story();
        timeline.moments().forEach(story::add);
        story.open.forEach(story::close);
        story.lines.sort(Comparator.comparing(Line::from)
                .thenComparing(Line::kind)
                .thenComparing(Line::where)
                .thenComparing(Line::what));
        return List.copyOf(story.lines);
    }

    private void add(Moment moment) {
        switch (moment.change()) {
            case Change.TablesChanged change -> {
                Open line = open(moment, Kind.TABLE, change.device(), "tables");
                line.put += change.put().size();
                line.removed += change.removed().size();
            }
            case Change.NotWritten not ->
                open(moment, Kind.TABLE, not.device(), "no room in " + not.table() + then(not.overflow())).put++;
            case Change.PartsDown _, Change.PartsUp _, Change.RoutingChanged _ ->
                lines.add(new Line(
                        moment.at(),
                        moment.at(),
                        Kind.INCIDENT,
                        "",
                        moment.cause().text(),
                        ""));
            case Change.PortOut(var port) ->
                open(moment, Kind.PORT, port.device(), "stops using")
                        .names
                        .add(port.port().toString());
            case Change.PortIn(var port) ->
                open(moment, Kind.PORT, port.device(), "uses again")
                        .names
                        .add(port.port().toString());
            case Change.SessionDown(DeviceName at, DeviceName peer) ->
                open(moment, Kind.SESSION, at, "loses its session with").names.add(peer.value());
            case Change.SessionUp(DeviceName at, DeviceName peer) ->
                open(moment, Kind.SESSION, at, "has a session with").names.add(peer.value());
            case Change.Remark(String _, String text)
            when moment.cause().kind() == Cause.Kind.INCIDENT ->
                lines.add(new Line(moment.at(), moment.at(), Kind.INCIDENT, "", text, ""));
            case Change.Remark(String who, String text) ->
                lines.add(new Line(moment.at(), moment.at(), Kind.CONTROLLER, who, text, ""));
            case Change.PodsCame(var pods) ->
                pods.forEach(each -> open(moment, Kind.POD, each.node(), "pods started").put++);
            case Change.PodsWent(var pods) ->
                pods.forEach(each -> open(moment, Kind.POD, each.node(), "pods stopped").put++);
        }
    }

    /** What becomes of packets all the same. */
    private static String then(Overflow overflow) {
        return switch (overflow.action()) {
            case PUNT_TO_CPU -> ", and the processor forwards";
            case NOT_ADVERTISED -> ", and are not announced";
            case CRASH, DROP_SILENTLY, UNKNOWN -> "";
        };
    }

    private Open open(Moment moment, Kind kind, DeviceName device, String verb) {
        Key key = new Key(kind, device.value(), verb);
        Open line = open.get(key);
        if (line != null && moment.at().since(line.until).nanos() > GAP) {
            close(key, line);
            line = null;
        }
        if (line == null) {
            line = new Open(moment.at(), moment.cause().text());
            open.put(key, line);
        }
        line.until = moment.at();
        return line;
    }

    private void close(Key key, Open line) {
        String what =
                switch (key.kind) {
                    case PORT, SESSION -> key.verb + " " + named(line.names);
                    case POD -> key.verb + ": " + line.put;
                    case TABLE ->
                        key.verb.equals("tables")
                                ? "entries written: " + line.put + ", removed: " + line.removed
                                : line.put + " entries found " + key.verb;
                    case INCIDENT, CONTROLLER -> key.verb;
                };
        lines.add(new Line(line.from, line.until, key.kind, key.where, what, line.why));
    }

    private static String named(Set<String> names) {
        List<String> list = List.copyOf(names);
        List<String> sorted = list.stream().sorted().toList();
        return sorted.size() <= 4
                ? String.join(", ", sorted)
                : String.join(", ", sorted.subList(0, 3)) + " and " + (sorted.size() - 3) + " more";
    }
}
