package io.heddle.scenarios.text;

import io.heddle.scenarios.expect.Counted;
import io.heddle.scenarios.judge.FabricCount;
import io.heddle.scenarios.result.CaseResult;
import java.util.List;
import java.util.stream.Collectors;

/** What the fabric is made of, in a line. */
final class FabricLine {

    private static final List<Counted> TOLD = List.of(
            Counted.RACKS,
            Counted.LEAFS,
            Counted.BORDER_LEAFS,
            Counted.SPINES,
            Counted.SUPER_SPINES,
            Counted.OUT_OF_BAND_SWITCHES,
            Counted.NODES,
            Counted.GPUS,
            Counted.CABLES,
            Counted.PODS);

    private FabricLine() {}

    static String of(CaseResult result) {
        String parts = TOLD.stream()
                .filter(each -> FabricCount.of(each, result) > 0)
                .map(each -> each.count(FabricCount.of(each, result)))
                .collect(Collectors.joining(", "));
        return parts
                + result.solved()
                        .map(each -> "; design " + each.plan().design().name())
                        .orElse("; no design, cables only");
    }
}
