package io.heddle.scenarios.drill;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.drill.Interruption;
import io.heddle.simulator.drill.PairOutage;
import io.heddle.simulator.timeline.SimTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Losses that differ in nothing but who, and by how much when, as one row to read: the same share of flows is lost as many times, for good or
 * not, for the same reason but for its numbers.
 *
 * @param of at least one, as they came
 */
public record LossRow(List<PairOutage> of) {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)*");

    public LossRow {
        of = List.copyOf(of);
    }

    /** In the order of the first of each; those that lost the same others are one, and those whom the same others lost. */
    public static List<LossRow> of(Collection<PairOutage> outages) {
        List<LossRow> alone =
                outages.stream().map(each -> new LossRow(List.of(each))).toList();
        return folded(folded(alone, LossRow::senders), LossRow::receivers);
    }

    private static List<LossRow> folded(List<LossRow> rows, Function<LossRow, TreeSet<DeviceName>> whose) {
        Map<List<Object>, List<PairOutage>> alike = new LinkedHashMap<>();
        for (LossRow each : rows) {
            alike.computeIfAbsent(List.of(whose.apply(each), each.kind()), _ -> new ArrayList<>())
                    .addAll(each.of);
        }
        return alike.values().stream().map(LossRow::new).toList();
    }

    private List<Object> kind() {
        List<Object> kind = new ArrayList<>();
        for (Interruption each : first().interruptions()) {
            kind.add(List.of(
                    each.until().isPresent(), Math.round(each.worstShare() * 100), withoutNumbers(each.reason())));
        }
        return kind;
    }

    static String withoutNumbers(String text) {
        return NUMBER.matcher(text).replaceAll("#");
    }

    private TreeSet<DeviceName> senders() {
        TreeSet<DeviceName> all = new TreeSet<>();
        of.forEach(each -> all.addAll(each.senders()));
        return all;
    }

    private TreeSet<DeviceName> receivers() {
        TreeSet<DeviceName> all = new TreeSet<>();
        of.forEach(each -> all.addAll(each.receivers()));
        return all;
    }

    /** What the others are like. */
    public PairOutage first() {
        return of.getFirst();
    }

    /** {@code node-1 and 6 like it}, or {@code node-1 and 6 more} if it took them longer or shorter. */
    public String from() {
        return text(first().from(), first().senders(), senders());
    }

    /** As {@link #from}. */
    public String to() {
        return text(first().to(), first().receivers(), receivers());
    }

    private static String text(String alone, List<DeviceName> first, TreeSet<DeviceName> all) {
        return all.size() == first.size() ? alone : first.getFirst() + " and " + (all.size() - 1) + " more";
    }

    public long pairs() {
        return of.stream().mapToLong(PairOutage::pairs).sum();
    }

    /** {@code for good}, {@code 12.1 ms}, {@code 12.1 ms to 334 ms}. */
    public String longest(SimTime end) {
        if (first().lostAtEnd()) {
            return "for good";
        }
        List<SimTime> lengths =
                of.stream().map(each -> each.longest(end)).sorted().toList();
        String shortest = lengths.getFirst().toString();
        String longest = lengths.getLast().toString();
        return shortest.equals(longest) ? longest : shortest + " to " + longest;
    }
}
