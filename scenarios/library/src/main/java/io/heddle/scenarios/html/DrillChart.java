package io.heddle.scenarios.html;

import io.heddle.scenarios.drill.DrillDetail;
import io.heddle.scenarios.drill.Story;
import io.heddle.simulator.drill.DrillVerdict;
import io.heddle.simulator.drill.Interruption;
import io.heddle.simulator.drill.PairOutage;
import io.heddle.simulator.timeline.SimTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A drill over time: incidents as dashed lines, below them a lane for each class of pods that lost others, and one for each device whose
 * ports, sessions or tables changed.
 */
final class DrillChart {

    private static final double LEFT = 230;
    private static final double RIGHT = 1040;
    private static final double TOP = 40;
    private static final double LANE = 22;
    private static final double BAR = 14;
    private static final double THINNEST = 3;
    private static final int PAIRS = 8;
    private static final int DEVICES = 14;
    private static final double[] STEPS = {1, 2, 5};

    private final Html html;
    private final DrillDetail detail;
    private final List<Story.Line> story;
    private final double seconds;
    private double y = TOP;

    private DrillChart(Html html, DrillDetail detail) {
        this.html = html;
        this.detail = detail;
        story = Story.of(detail.timeline());
        seconds = Math.max(1e-3, lastOfInterest() * 1.08);
    }

    static void draw(Html html, DrillDetail detail) {
        new DrillChart(html, detail).draw();
    }

    /** When the last thing happened that is drawn; what is lost for good is drawn to the edge. */
    private double lastOfInterest() {
        double last = 0;
        for (Story.Line each : story) {
            last = Math.max(last, each.until().seconds());
        }
        for (PairOutage outage : detail.result().verdict().outages()) {
            for (Interruption each : outage.interruptions()) {
                last = Math.max(last, each.until().orElse(each.from()).seconds());
            }
        }
        return last;
    }

    private void draw() {
        DrillVerdict verdict = detail.result().verdict();
        Map<String, List<Story.Line>> devices = new LinkedHashMap<>();
        story.stream().filter(each -> !each.where().isEmpty()).forEach(each -> devices.computeIfAbsent(
                        each.where(), _ -> new ArrayList<>())
                .add(each));
        int pairs = Math.min(PAIRS, verdict.outages().size());
        int lanes = Math.min(DEVICES, devices.size());
        double height = TOP + (pairs + lanes + 2) * LANE + 44;
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "timeline",
                "viewBox",
                "0 0 1060 " + number(height),
                "role",
                "img");
        html.element("title", "What happened when: " + detail.result().drill().text());
        axis(height);
        heading("pods that lose others");
        verdict.outages().stream().limit(pairs).forEach(this::outage);
        heading("devices that change");
        devices.entrySet().stream().limit(lanes).forEach(each -> device(each.getKey(), each.getValue()));
        story.stream().filter(each -> each.kind() == Story.Kind.INCIDENT).forEach(each -> incident(each, height));
        html.close("svg");
        if (verdict.outages().size() > pairs || devices.size() > lanes) {
            html.element(
                    "p",
                    "Drawn: " + pairs + " of " + verdict.outages().size() + " classes of pairs and " + lanes + " of "
                            + devices.size() + " devices.",
                    "class",
                    "note");
        }
    }

    private void axis(double height) {
        double step = step();
        for (int i = 0; i * step <= seconds; i++) {
            double x = x(i * step);
            html.empty(
                    "line",
                    "class",
                    "grid",
                    "x1",
                    number(x),
                    "y1",
                    number(TOP),
                    "x2",
                    number(x),
                    "y2",
                    number(height - 40));
            html.element(
                    "text",
                    label(i * step),
                    "class",
                    "axis",
                    "x",
                    number(x),
                    "y",
                    number(height - 24),
                    "text-anchor",
                    "middle");
        }
    }

    /** The smallest round step that gives at most ten marks. */
    private double step() {
        for (double power = 1e-6; ; power *= 10) {
            for (double each : STEPS) {
                if (seconds / (each * power) <= 10) {
                    return each * power;
                }
            }
        }
    }

    private static String label(double seconds) {
        return seconds >= 1 || seconds == 0
                ? trimmed(seconds) + " s"
                : seconds >= 1e-3 ? trimmed(seconds * 1e3) + " ms" : trimmed(seconds * 1e6) + " us";
    }

    private static String trimmed(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }

    private void heading(String text) {
        html.element("text", text, "class", "axis", "x", "0", "y", number(y + BAR - 2));
        y += LANE;
    }

    private void lane(String name) {
        String text = name.length() > 36 ? name.substring(0, 35) + "…" : name;
        html.element("text", text, "x", number(LEFT - 10), "y", number(y + BAR - 3), "text-anchor", "end");
        bar("lane", LEFT, RIGHT - LEFT, name, 1);
    }

    private void outage(PairOutage outage) {
        String name = outage.from() + " → " + outage.to();
        lane(name);
        SimTime end = detail.result().verdict().ending().at();
        for (Interruption each : outage.interruptions()) {
            double from = x(each.from().seconds());
            double to = each.until().map(until -> x(until.seconds())).orElse(RIGHT);
            String title = name + ": " + each.from() + " to "
                    + each.until().map(SimTime::toString).orElse("the end") + " (" + each.length(end) + "), up to "
                    + Math.round(each.worstShare() * 100) + " % of flows lost; " + each.reason();
            bar("lost", from, Math.max(THINNEST, to - from), title, Math.max(0.35, each.worstShare()));
        }
        y += LANE;
    }

    private void device(String name, List<Story.Line> lines) {
        lane(name);
        for (Story.Line each : lines) {
            double from = x(each.from().seconds());
            double width = Math.max(THINNEST, x(each.until().seconds()) - from);
            String style = each.kind() == Story.Kind.TABLE ? "change" : "session";
            bar(style, from, width, each.from() + " " + name + ": " + each.what() + "; " + each.why(), 1);
        }
        y += LANE;
    }

    /** A bar in this lane; {@code share} of its height. */
    private void bar(String style, double from, double width, String title, double share) {
        html.open("g");
        html.element("title", title);
        html.empty(
                "rect",
                "class",
                style,
                "x",
                number(from),
                "y",
                number(y + BAR * (1 - share)),
                "width",
                number(width),
                "height",
                number(BAR * share));
        html.close("g");
    }

    private void incident(Story.Line line, double height) {
        double x = x(line.from().seconds());
        html.empty(
                "line",
                "class",
                "incident",
                "x1",
                number(x),
                "y1",
                number(TOP - 8),
                "x2",
                number(x),
                "y2",
                number(height - 40));
        boolean right = x > (LEFT + RIGHT) / 2;
        String text = line.what().length() > 80 ? line.what().substring(0, 79) + "…" : line.what();
        html.element("text", text, "x", number(x), "y", number(TOP - 14), "text-anchor", right ? "end" : "start");
    }

    private double x(double at) {
        return LEFT + (RIGHT - LEFT) * Math.clamp(at / seconds, 0, 1);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
