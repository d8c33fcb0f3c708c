package io.heddle.scenarios.text;

import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.CapacityPoint;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.wording.Numbers;

/** The answer of a capacity search, with every size that was built. */
public final class CapacityReport {

    private CapacityReport() {}

    /** The case must have been asked how far it grows. */
    public static String of(CaseResult result, Style style) {
        CapacityCurve curve = result.capacity()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no capacity in " + result.given().name()));
        StringBuilder out = new StringBuilder();
        for (Answer each : CapacityText.lines(curve)) {
            String label = each.label().isEmpty() ? "          " : style.bold(each.label()) + "  ";
            Paragraph.write(out, label, each.text());
        }
        out.append("\nBuilt and computed, at rest:\n");
        Columns columns = Columns.of("rlll");
        columns.head(curve.question().grows().toString(), "", "fullest table", "use");
        for (CapacityPoint each : curve.points()) {
            columns.row(
                    each.fits() ? Columns.Kind.PLAIN : Columns.Kind.BAD,
                    Numbers.of(each.size()),
                    each.fits() ? "fits" : each.fullest().isPresent() ? "overflows" : "cannot be built",
                    each.fullest()
                            .map(binding -> binding.audit().resource() + " on "
                                    + binding.report().device())
                            .orElse("-"),
                    each.fullest()
                            .map(binding -> UseText.of(
                                    binding.audit().reading().atRest(),
                                    binding.audit().limit()))
                            .orElse("-"));
        }
        columns.write(out, "  ", style);
        return out.toString();
    }
}
