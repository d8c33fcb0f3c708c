package io.heddle.scenarios.html;

import io.heddle.model.audit.ResourceAudit;
import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.CapacityPoint;
import io.heddle.scenarios.wording.Numbers;
import java.util.List;
import java.util.Locale;

/** The share of the fullest table over the size of the fabric, with a point for each size that was built. */
final class CapacityChart {

    private static final double LEFT = 54;
    private static final double RIGHT = 620;
    private static final double TOP = 16;
    private static final double BOTTOM = 200;
    private static final double HEIGHT = 240;
    /** The scale ends here, whatever the largest share: beyond the limit only "too much" matters. */
    private static final double HIGHEST = 1.5;

    private final Html html;
    private final int largestSize;
    private final double highest;

    private CapacityChart(Html html, int largestSize, double highest) {
        this.html = html;
        this.largestSize = largestSize;
        this.highest = highest;
    }

    static void draw(Html html, CapacityCurve curve) {
        List<CapacityPoint> points = curve.points().stream()
                .filter(each -> each.fullest().isPresent())
                .toList();
        if (points.size() > 1) {
            double peak =
                    points.stream().mapToDouble(CapacityChart::share).max().orElse(1);
            new CapacityChart(html, points.getLast().size(), Math.clamp(peak * 1.05, 1.1, HIGHEST)).draw(curve, points);
        }
    }

    private static double share(CapacityPoint point) {
        return point.fullest()
                .map(each -> each.audit())
                .map(ResourceAudit::peakShare)
                .orElse(0.0);
    }

    private void draw(CapacityCurve curve, List<CapacityPoint> points) {
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "chart",
                "viewBox",
                "0 0 " + number(RIGHT + 20) + " " + number(HEIGHT),
                "role",
                "img");
        html.element("title", "How full the fullest table is at each size that was built");
        for (double share : new double[] {0, 0.5, 1}) {
            line(share == 1 ? "limit" : "grid", LEFT, y(share), RIGHT, y(share));
            text(LEFT - 8, y(share) + 4, "end", Math.round(share * 100) + " %");
        }
        text(LEFT + 6, y(1) - 5, "start", "limit");
        StringBuilder path = new StringBuilder();
        points.forEach(each -> path.append(number(x(each.size())))
                .append(',')
                .append(number(y(share(each))))
                .append(' '));
        html.empty("polyline", "class", "curve", "points", path.toString().strip());
        points.forEach(this::dot);
        text(LEFT, BOTTOM + 18, "middle", "0");
        text(RIGHT, BOTTOM + 18, "middle", Numbers.of(largestSize));
        if (curve.largest() > 0) {
            line("grid", x(curve.largest()), BOTTOM, x(curve.largest()), y(1));
            text(x(curve.largest()), BOTTOM + 34, "middle", "fits up to " + Numbers.of(curve.largest()));
        }
        html.close("svg");
    }

    private void dot(CapacityPoint point) {
        html.open("g", "class", Mark.of(point.fits()).style())
                .empty("circle", "cx", number(x(point.size())), "cy", number(y(share(point))), "r", "3.5")
                .close("g");
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        html.empty("line", "class", style, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2));
    }

    private void text(double x, double y, String anchor, String text) {
        html.element("text", text, "x", number(x), "y", number(y), "text-anchor", anchor);
    }

    private double x(int size) {
        return LEFT + (RIGHT - LEFT) * size / largestSize;
    }

    private double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * Math.min(share, highest) / highest;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
