package io.heddle.scenarios.drill;

import io.heddle.simulator.drill.Trap;
import io.heddle.simulator.timeline.SimTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a device lost packets for one reason at one time, whichever addresses they were for, as one row to read.
 *
 * @param of at least one, as they came
 */
public record TrapRow(List<Trap> of) {

    public TrapRow {
        of = List.copyOf(of);
    }

    /** In the order of the first of each. */
    public static List<TrapRow> of(Collection<Trap> traps) {
        Map<List<Object>, List<Trap>> alike = new LinkedHashMap<>();
        for (Trap each : traps) {
            alike.computeIfAbsent(
                            List.of(
                                    each.device(),
                                    each.kind(),
                                    each.from(),
                                    each.until(),
                                    LossRow.withoutNumbers(each.entry())),
                            _ -> new ArrayList<>())
                    .add(each);
        }
        return alike.values().stream().map(TrapRow::new).toList();
    }

    private Trap first() {
        return of.getFirst();
    }

    public SimTime from() {
        return first().from();
    }

    /** {@code the end} if packets are lost there then. */
    public String until() {
        return first().until().map(SimTime::toString).orElse("the end");
    }

    public String kind() {
        return first().kind().toString();
    }

    /** {@code leaf-1: no route to 10.64.0.0, and 79 more}. */
    public String entry() {
        return first().entry() + (of.size() == 1 ? "" : ", and " + (of.size() - 1) + " more");
    }

    public long pairs() {
        return of.stream().mapToLong(Trap::pairs).sum();
    }
}
