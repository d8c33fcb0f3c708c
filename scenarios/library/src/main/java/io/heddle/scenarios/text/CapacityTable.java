package io.heddle.scenarios.text;

import io.heddle.model.audit.ResourceAudit;
import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.CapacityPoint;
import io.heddle.scenarios.wording.Numbers;

/** A capacity search in full: the answer, then every size that was built and computed with its fullest table. */
public final class CapacityTable {

    private CapacityTable() {}

    public static String of(String name, CapacityCurve curve, Style style) {
        StringBuilder out = new StringBuilder(style.bold(name)).append("\n\n");
        for (Answer each : CapacityText.lines(curve)) {
            String label =
                    each.label() + " ".repeat(Math.max(1, 10 - each.label().length()));
            Paragraph.write(out, "  " + label, each.text());
        }
        out.append('\n');
        Columns columns = Columns.of("rlllr");
        columns.head(curve.question().grows().toString(), "fits", "fullest table", "on", "use");
        for (CapacityPoint point : curve.points()) {
            Columns.Kind kind = point.fits() ? Columns.Kind.PLAIN : Columns.Kind.BAD;
            String fits = point.fits() ? "yes" : "NO";
            point.fullest()
                    .ifPresentOrElse(
                            binding -> {
                                ResourceAudit audit = binding.audit();
                                columns.row(
                                        kind,
                                        Numbers.of(point.size()),
                                        fits,
                                        audit.resource().toString(),
                                        binding.report().device().value(),
                                        UseText.of(audit.reading().atRest(), audit.limit()));
                            },
                            () -> columns.row(kind, Numbers.of(point.size()), fits, "none known", "", ""));
        }
        columns.write(out, "  ", style);
        return out.toString();
    }
}
