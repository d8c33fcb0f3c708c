package io.heddle.test.lab;

import io.heddle.lab.diff.Difference;
import io.heddle.lab.diff.Fidelity;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.Parallel;
import io.heddle.model.fabric.Outage;
import io.heddle.test.fabrics.FabricCase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One fabric at rest, broken and repaired: what differs, and how much was looked at. */
record LabRound(String name, int compared, int excluded, List<String> differences) {

    /** A fabric yet to be planned. */
    record Planned(String name, Supplier<FabricCase> fabric) {}

    /** Several at once, since most of a round is waiting; each says how it went when it is through. In the order of {@code all}. */
    static List<LabRound> sideBySide(List<Planned> all) throws LabException {
        return Parallel.map(all, each -> {
            LabRound round = of(each.name(), each.fabric().get());
            System.out.println(round);
            return round;
        });
    }

    static LabRound of(String name, FabricCase each) throws LabException {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        int excluded = 0;
        try (LabBench bench = LabBench.up(each.fabric(), each.config(), each.endpoints())) {
            for (Outage outage : List.of(Outage.NONE, each.outage(), Outage.NONE)) {
                if (!outage.equals(bench.lab.outage())) {
                    bench.lab.apply(outage);
                } else if (compared > 0) {
                    continue;
                }
                Fidelity fidelity = bench.lab.settle(LabBench.PATIENCE);
                compared += fidelity.total();
                excluded += fidelity.excluded().values().stream()
                        .mapToInt(count -> count)
                        .sum();
                for (Difference difference : fidelity.differences()) {
                    differences.add(name + " under " + outage + ": " + difference);
                }
            }
        }
        return new LabRound(name, compared, excluded, differences);
    }

    @Override
    public String toString() {
        return name + ": " + compared + " compared, " + excluded + " excluded, " + differences.size() + " differences"
                + differences.stream().map(each -> "\n  " + each).collect(Collectors.joining());
    }
}
