package io.heddle.scenarios.script;

import io.heddle.simulator.timeline.Beyond;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Notice;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which controllers the events of a script mean. Single-threaded. */
final class ControllerCasting {

    private final int number;
    private final Set<Integer> dead = new TreeSet<>();
    private final Map<Beyond, Set<Integer>> cutOff = new EnumMap<>(Beyond.class);

    ControllerCasting(int number) {
        this.number = number;
    }

    /** What an event has happen; whether that can happen is judged with everything else. */
    Incident incident(Action.OfControllers action, Runnable ifNoneTakesPart) {
        if (number == 0) {
            ifNoneTakesPart.run();
        }
        return switch (action) {
            case Action.StopControllers(List<Integer> named, Notice notice) -> {
                Set<Integer> meant = meant(named, dead, false);
                dead.addAll(meant);
                yield new Incident.ControllersDown(meant, notice);
            }
            case Action.StartControllers(List<Integer> named) -> {
                Set<Integer> meant = meant(named, dead, true);
                dead.removeAll(meant);
                yield new Incident.ControllersUp(meant);
            }
            case Action.CutControllers(List<Integer> named, Beyond from) -> {
                Set<Integer> meant = meant(named, cutOff(from), false);
                cutOff(from).addAll(meant);
                yield new Incident.ControllersCutOff(meant, from);
            }
            case Action.JoinControllers(List<Integer> named, Beyond to) -> {
                Set<Integer> meant = meant(named, cutOff(to), true);
                cutOff(to).removeAll(meant);
                yield new Incident.ControllersJoined(meant, to);
            }
            case Action.StopStore _ -> new Incident.StoreDown();
            case Action.StartStore _ -> new Incident.StoreUp();
        };
    }

    private Set<Integer> cutOff(Beyond from) {
        return cutOff.computeIfAbsent(from, _ -> new TreeSet<>());
    }

    /** Those named; without a name all that are among some, or all that are not. */
    private Set<Integer> meant(List<Integer> named, Set<Integer> some, boolean among) {
        return named.isEmpty()
                ? IntStream.range(0, number)
                        .filter(each -> some.contains(each) == among)
                        .boxed()
                        .collect(Collectors.toCollection(TreeSet::new))
                : new TreeSet<>(named);
    }
}
