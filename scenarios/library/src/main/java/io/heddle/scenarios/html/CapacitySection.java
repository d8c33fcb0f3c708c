package io.heddle.scenarios.html;

import io.heddle.model.audit.ResourceAudit;
import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.CapacityCurve.Stop;
import io.heddle.scenarios.result.CapacityPoint;
import io.heddle.scenarios.wording.Numbers;
import java.util.List;
import java.util.Locale;

/** How far the fabric grows, with every size that was built. */
final class CapacitySection {

    private CapacitySection() {}

    static void write(Html html, CapacityCurve curve) {
        html.open("section").element("h3", "How far it grows");
        html.element("p", lead(curve));
        if (curve.points().size() > 1) {
            CapacityChart.draw(html, curve);
        }
        points(html, curve);
        if (curve.stop() instanceof Stop.CannotBuild(List<String> reasons)) {
            html.open("ul");
            reasons.stream().limit(5).forEach(each -> html.element("li", each));
            html.close("ul");
        }
        html.element("p", "Every size in the table was built and computed; nothing is extrapolated.", "class", "note");
        html.close("section");
    }

    private static String lead(CapacityCurve curve) {
        String more = Numbers.of(curve.largest() + 1L);
        String fits = curve.largest() < curve.question().from()
                ? "Not even " + Numbers.of(curve.question().from()) + " "
                        + unit(curve, curve.question().from()) + " fit. "
                : "Up to " + Numbers.of(curve.largest()) + " " + unit(curve, curve.largest()) + " fit. ";
        String then =
                switch (curve.stop()) {
                    case Stop.Overflow(Binding table) ->
                        "At " + more + ", " + table(table) + ": it overflows. "
                                + UseWords.beyond(table.audit().overflow());
                    case Stop.CannotBuild _ -> "At " + more + " the fabric cannot be built:";
                    case Stop.AsFarAsAsked _ -> "That is as far as was asked.";
                };
        return fits
                + then
                + curve.next()
                        .map(each -> " Were that table without limit, the next to fill would be: " + table(each) + ".")
                        .orElse("");
    }

    /** In a few words why it stops. */
    static String stop(CapacityCurve curve) {
        return switch (curve.stop()) {
            case Stop.Overflow(Binding table) ->
                "stopped by the table of " + ResourceWords.of(table.audit().resource()) + " on a "
                        + table.report().role();
            case Stop.CannotBuild _ -> "larger ones cannot be built";
            case Stop.AsFarAsAsked _ -> "as far as was asked";
        };
    }

    static String unit(CapacityCurve curve, int count) {
        return switch (curve.question().grows()) {
            case RACKS -> count == 1 ? "rack" : "racks";
            case NODES_PER_RACK -> count == 1 ? "node per rack" : "nodes per rack";
            case PODS_PER_NODE -> count == 1 ? "pod per node" : "pods per node";
            case VNIS -> count == 1 ? "VNI" : "VNIs";
        };
    }

    private static String table(Binding binding) {
        ResourceAudit audit = binding.audit();
        return ResourceWords.of(audit.resource()) + " on " + binding.report().device() + " take "
                + UseWords.peak(audit);
    }

    private static void points(Html html, CapacityCurve curve) {
        String unit = unit(curve, 2);
        Grid grid = Grid.open(
                html,
                "points",
                List.of(
                        unit.substring(0, 1).toUpperCase(Locale.ROOT) + unit.substring(1) + "#",
                        "Fullest table",
                        "On",
                        "In use#",
                        "Limit#",
                        "Full#",
                        "Verdict"));
        for (CapacityPoint each : curve.points()) {
            grid.row(each.size() == curve.largest() || each.size() == curve.largest() + 1 ? Mark.DOUBTFUL : Mark.PLAIN);
            grid.cell(Numbers.of(each.size()));
            if (each.fullest().isPresent()) {
                Binding fullest = each.fullest().get();
                ResourceAudit audit = fullest.audit();
                grid.cell(ResourceWords.of(audit.resource()));
                grid.cell(fullest.report().device().toString());
                grid.cell(Numbers.of(UseWords.peakUsed(audit)));
                grid.cell(UseWords.limit(audit.limit()));
                grid.cell(UseWords.percent(audit.peakShare()));
            } else {
                grid.cell("none").cell("").cell("").cell("").cell("");
            }
            grid.badge(Mark.of(each.fits()), each.fits() ? "Fits" : "Does not fit");
            grid.endRow();
        }
        grid.close();
    }
}
