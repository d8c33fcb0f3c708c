package io.heddle.scenarios.html;

import io.heddle.model.audit.FailureUse;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.device.Limit;
import io.heddle.scenarios.wording.Numbers;
import java.util.Locale;
import java.util.Optional;

/**
 * A table as a bar: solid what is used at rest, pale what the worst single failure adds. The limit is a line that stands at the same
 * place in every bar; what lies right of it does not fit.
 */
final class GaugeBar {

    /** Where the limit stands, of a width of 100. */
    private static final double LIMIT = 80;

    /** The least that can be seen. */
    private static final double THIN = 0.6;

    private GaugeBar() {}

    static void draw(Html html, ResourceAudit audit) {
        Optional<FailureUse> worse = UseWords.worse(audit.reading());
        double rest = audit.share().orElse(0);
        double failure = worse.map(each -> each.use().share().orElse(0)).orElse(rest);
        boolean known = audit.share().isPresent();
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "gauge " + Mark.of(audit.verdict()).style(),
                "viewBox",
                "0 0 100 10",
                "preserveAspectRatio",
                "none",
                "role",
                "img");
        html.element("title", label(audit, worse));
        if (!(audit.limit() instanceof Limit.Unlimited)) {
            html.empty("rect", "class", known ? "track" : "open", "x", "0", "y", "1", "width", "100", "height", "8");
        }
        if (known) {
            bar(html, "rest", 0, rest);
            if (failure > rest) {
                bar(html, "failure", rest, failure);
            }
            html.empty("line", "class", "limit", "x1", number(LIMIT), "x2", number(LIMIT), "y1", "0", "y2", "10");
        }
        html.close("svg");
    }

    private static void bar(Html html, String style, double from, double to) {
        double x = place(from);
        double width = Math.max(place(to) - x, to > 0 ? THIN : 0);
        html.empty("rect", "class", style, "x", number(x), "y", "1", "width", number(width), "height", "8");
    }

    /** Beyond the limit the scale is compressed, so that ten times too much still ends inside. */
    private static double place(double share) {
        return share <= 1 ? share * LIMIT : LIMIT + (100 - LIMIT) * (1 - 1 / (1 + 2 * (share - 1)));
    }

    private static String label(ResourceAudit audit, Optional<FailureUse> worse) {
        String rest =
                switch (audit.limit()) {
                    case Limit.Entries _ -> UseWords.of(audit.reading().atRest(), audit.limit());
                    case Limit.Unlimited _ -> Numbers.of(audit.used()) + ", without limit";
                    case Limit.Unknown _ -> Numbers.of(audit.used()) + ", limit unknown";
                };
        return rest
                + worse.map(each -> "; after " + each.failure() + " " + UseWords.of(each.use(), audit.limit()))
                        .orElse("");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
