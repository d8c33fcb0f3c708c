package io.heddle.scenarios.script;

import io.heddle.simulator.timeline.SimTime;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code drills} section of a scenario, and single incidents from the command line. */
public final class ScriptReader {

    static final Keys DRILL = Keys.required("name", "events").optional("why", "absent", "expect");

    private ScriptReader() {}

    /** What could be read. */
    public static List<Script> read(YamlNode section) {
        List<Script> scripts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode each : section.list()) {
            YamlMapping given = each.mapping(DRILL);
            Optional<String> name = given.at("name").text("a name for the drill");
            if (name.isPresent() && !names.add(name.get())) {
                given.at("name").wrong(given.at("name").describe() + " again", "names that differ");
            }
            List<Script.Named> absent = given.at("absent").list(part -> part.parse(Part.FORM, Part::parse)
                    .map(parsed -> new Script.Named(Origin.of(part), parsed)));
            List<Event> events = events(given.at("events"));
            if (given.at("events").isList() && events.isEmpty()) {
                given.at("events").wrong("no event", "at least one");
            }
            String why = given.at("why").text("a sentence").orElse("");
            List<Claim> claims = ClaimReader.read(given.at("expect"));
            name.ifPresent(text -> scripts.add(new Script(text, why, Origin.of(each), absent, events, claims)));
        }
        return scripts;
    }

    /** Incidents as written on a command line, each a mapping such as {@code fail: leaf-1}; empty exactly if a problem was recorded. */
    public static Optional<Script> ofCommandLine(List<String> incidents, Problems problems) {
        List<Event> events = new ArrayList<>();
        Origin first = null;
        for (String each : incidents) {
            YamlNode node = YamlDocument.read("--incident " + each, each, List.of(), problems);
            first = first == null ? Origin.of(node) : first;
            EventReader.read(node).ifPresent(event -> add(event, node, events));
        }
        return problems.isEmpty() && first != null
                ? Optional.of(new Script(String.join("; ", incidents), "", first, List.of(), events, List.of()))
                : Optional.empty();
    }

    /**
     * A time such as {@code 0.42s} or {@code 300ms}.
     *
     * @throws IllegalArgumentException if it is none, with what was expected
     */
    public static SimTime time(String text) {
        return Span.parse(text);
    }

    private static List<Event> events(YamlNode list) {
        List<Event> events = new ArrayList<>();
        for (YamlNode each : list.list()) {
            EventReader.read(each).ifPresent(event -> add(event, each, events));
        }
        return events;
    }

    private static void add(Event event, YamlNode node, List<Event> events) {
        SimTime before = events.isEmpty() ? SimTime.ZERO : events.getLast().at();
        if (event.at().compareTo(before) < 0) {
            node.wrong("an event at " + event.at() + " after one at " + before, "events in the order of time");
        }
        events.add(event);
    }
}
