package io.heddle.scenarios.html;

import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.Verdict;
import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.Judgement;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.topology.loss.LossReport;
import io.heddle.topology.loss.Reading;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers in one figure each, side by side. */
final class Tiles {

    private final Html html;
    private final CaseFacts facts;

    private Tiles(Html html, CaseFacts facts) {
        this.html = html;
        this.facts = facts;
    }

    static void write(Html html, CaseFacts facts) {
        Tiles tiles = new Tiles(html, facts);
        html.open("div", "class", "tiles");
        tiles.expectations();
        tiles.tables();
        tiles.losses();
        facts.result().capacity().ifPresent(tiles::capacity);
        html.close("div");
    }

    private void tile(Mark mark, String label, String figure, String text) {
        html.open("div", "class", "tile " + mark.style());
        html.element("div", label, "class", "label");
        html.open("div", "class", "figure").element("span", mark.sign(), "class", "sign", "aria-hidden", "true");
        html.text(" " + figure).close("div");
        html.element("div", text, "class", "text").close("div");
    }

    private void expectations() {
        List<Judgement> all = facts.result().judgements();
        long holding = all.stream().filter(Judgement::holds).count();
        if (!all.isEmpty()) {
            tile(
                    Mark.of(holding == all.size()),
                    "Expectations",
                    Numbers.of(holding) + " of " + Numbers.of(all.size()),
                    "hold");
        }
    }

    private void tables() {
        if (facts.result().solved().isEmpty()) {
            return;
        }
        long overflowing = facts.switchesThat(Verdict.OVERFLOWS);
        String unknown = facts.switchesThat(Verdict.UNKNOWN) == 0 ? "" : "; some limits are unknown";
        if (facts.binding().isEmpty()) {
            tile(Mark.UNKNOWN, "Fullest table", "unknown", "no table with a known limit is used");
            return;
        }
        ResourceAudit fullest = facts.binding().get().audit();
        String what = ResourceWords.of(fullest.resource()) + " on "
                + facts.who(facts.binding().get());
        tile(
                Mark.of(fullest.verdict()),
                "Fullest table",
                UseWords.percent(fullest.peakShare()),
                overflowing == 0
                        ? what + unknown
                        : what + "; a table overflows on " + Numbers.of(overflowing) + " of "
                                + Numbers.of(facts.result().audits().size()) + " switches" + unknown);
    }

    private void losses() {
        LossReport losses = facts.result().losses();
        if (losses.verdicts().stream().anyMatch(each -> each.examined() > 0)) {
            String traffic = offenders(losses, false);
            String management = offenders(losses, true);
            boolean all = traffic.isEmpty() && management.isEmpty();
            tile(
                    all ? Mark.GOOD : Mark.DOUBTFUL,
                    "Survives any single loss",
                    all ? "Yes" : traffic.isEmpty() ? "Traffic only" : "No",
                    all
                            ? "nobody is cut off"
                            : Stream.of(traffic, management)
                                    .filter(each -> !each.isEmpty())
                                    .collect(Collectors.joining("; ")));
        }
    }

    private static String offenders(LossReport losses, boolean outOfBand) {
        String parts = losses.verdicts().stream()
                .filter(each -> each.outOfBand() == outOfBand && !each.resilient())
                // A switch port that fails costs what its cable costs; once is enough.
                .filter(each -> each.reading() != Reading.SWITCH_PORT)
                .map(each -> count(each.offenders().size(), each.reading()))
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "" : (outOfBand ? "management is hurt by " : "traffic is hurt by ") + parts;
    }

    private static String count(int offenders, Reading reading) {
        return (offenders == 1 ? "" : "any of ") + Numbers.of(offenders) + " " + LossWords.kind(reading, offenders);
    }

    private void capacity(CapacityCurve curve) {
        tile(
                Mark.PLAIN,
                "Grows to",
                Numbers.of(curve.largest()),
                CapacitySection.unit(curve, curve.largest()) + "; " + CapacitySection.stop(curve));
    }
}
