package io.heddle.scenarios.html;

import io.heddle.scenarios.drill.DrillDetail;
import io.heddle.scenarios.drill.LossRow;
import io.heddle.scenarios.drill.Story;
import io.heddle.simulator.drill.Interruption;
import io.heddle.simulator.drill.PairOutage;
import io.heddle.simulator.timeline.SimTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A drill over time: incidents as dashed lines, below them a lane for each class of pods that lost others, and one for devices whose
 * ports, sessions or tables changed alike.
 */
final class DrillChart {

    private static final double LEFT = 190;
    private static final double RIGHT = 890;
    /** Of the lanes' width, what lies before the last moment; behind it, what is lost for good goes on. */
    private static final double MOMENTS = 0.88;

    private static final double LANE = 22;
    private static final double PAIR_LANE = 38;
    private static final double BAR = 14;
    private static final double ROW = 15;
    private static final double THINNEST = 3;
    /** The mean width of a letter, generously. */
    private static final double LETTER = 6.6;
    /** And of a bold one. */
    private static final double BOLD = 7.2;

    private static final int NAME = 28;
    private static final int PAIRS = 8;
    private static final int LANES = 14;
    private static final int MOST_ROWS = 5;
    private static final int MOST_MOMENTS = 60;

    private final Html html;
    private final DrillDetail detail;
    private final List<Story.Line> incidents;
    private final List<Story.Line> story;
    private final List<LossRow> losses;
    private final int kinds;
    private final StretchedTime time;
    private double y;

    private DrillChart(Html html, DrillDetail detail) {
        this.html = html;
        this.detail = detail;
        story = Story.of(detail.timeline());
        incidents = story.stream()
                .filter(each -> each.kind() == Story.Kind.INCIDENT)
                .toList();
        List<LossRow> all = LossRow.of(detail.result().verdict().outages());
        kinds = all.size();
        losses = all.stream().limit(PAIRS).toList();
        time = new StretchedTime(moments());
    }

    static void draw(Html html, DrillDetail detail) {
        new DrillChart(html, detail).draw();
    }

    /** With very many changes only those have room of their own that begin and end something for pods. */
    private Set<SimTime> moments() {
        Set<SimTime> moments = new TreeSet<>(important());
        Set<SimTime> all = new TreeSet<>(moments);
        story.forEach(each -> {
            all.add(each.from());
            all.add(each.until());
        });
        if (all.size() <= MOST_MOMENTS) {
            return all;
        }
        moments.add(all.stream().max(Comparator.naturalOrder()).orElseThrow());
        return moments;
    }

    private List<SimTime> important() {
        List<SimTime> times = new ArrayList<>();
        incidents.forEach(each -> times.add(each.from()));
        for (LossRow loss : losses) {
            for (Interruption each : loss.first().interruptions()) {
                times.add(each.from());
                each.until().ifPresent(times::add);
            }
        }
        return times;
    }

    private void draw() {
        List<DrillLane> lanes = DrillLane.of(story);
        int drawn = Math.min(LANES, lanes.size());
        List<Double> rows = rows();
        double top = 14 + rows.size() * ROW;
        double bottom = top + 2 * LANE + losses.size() * PAIR_LANE + drawn * LANE;
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "timeline",
                "viewBox",
                "0 0 900 " + number(bottom + 30),
                "role",
                "img");
        html.element("title", "What happened when: " + detail.result().drill().text());
        marks(top, bottom);
        y = top;
        heading(losses.isEmpty() ? "No pods lose others" : "Pods that lose others");
        losses.forEach(this::loss);
        heading(lanes.isEmpty() ? "No device changes" : "Devices that change");
        lanes.stream().limit(drawn).forEach(this::devices);
        incidents(rows.size(), bottom);
        html.close("svg");
        if (kinds > losses.size() || lanes.size() > drawn) {
            html.element(
                    "p",
                    "Drawn: " + losses.size() + " of " + kinds + " kinds of pairs of pods and " + drawn + " of "
                            + lanes.size() + " groups of devices.",
                    "class",
                    "note");
        }
    }

    /** Times, as many as have room: first those that begin and end something for pods. */
    private void marks(double top, double bottom) {
        List<SimTime> wanted = new ArrayList<>(List.of(SimTime.ZERO));
        wanted.addAll(important());
        wanted.addAll(moments());
        TreeSet<SimTime> marked = new TreeSet<>();
        for (SimTime each : wanted) {
            double room = LETTER * (each.toString().length() + 1);
            if (marked.stream().noneMatch(other -> Math.abs(x(each) - x(other)) < room)) {
                marked.add(each);
            }
        }
        for (SimTime each : marked) {
            line("grid", x(each), top, bottom);
            text(each.toString(), "axis", x(each), bottom + 18, "middle");
        }
        text("end", "axis", RIGHT, bottom + 18, "end");
    }

    private void heading(String text) {
        text(text, "heading", 0, y + BAR, "start");
        y += LANE;
    }

    /** Drawn is the first of those that share a lane. */
    private void loss(LossRow loss) {
        PairOutage first = loss.first();
        String name = first.from() + " → " + first.to();
        laneName(loss.from(), y + BAR - 3);
        laneName("→ " + loss.to(), y + BAR + 12);
        y += ROW / 2;
        bar("lane", LEFT, RIGHT - LEFT, name, 1);
        SimTime end = detail.result().verdict().ending().at();
        List<Interruption> all = first.interruptions();
        for (int i = 0; i < all.size(); i++) {
            Interruption each = all.get(i);
            double from = x(each.from());
            double to = Math.max(from + THINNEST, each.until().map(this::x).orElse(RIGHT));
            String length = each.until().isPresent() ? each.length(end).toString() : "for good";
            String share = "up to " + Math.round(each.worstShare() * 100) + " % of flows";
            bar(
                    "lost",
                    from,
                    to - from,
                    name + ": " + each.from() + " to "
                            + each.until().map(SimTime::toString).orElse("the end") + ", " + length + ", " + share
                            + " lost; " + each.reason(),
                    Math.max(0.35, each.worstShare()));
            double left = i == 0 ? LEFT : x(all.get(i - 1).until().orElse(each.from()));
            double right = i + 1 < all.size() ? x(all.get(i + 1).from()) : RIGHT;
            beside(List.of(length + ", " + share, length), left, from, to, right);
        }
        y += PAIR_LANE - ROW / 2;
    }

    /** The first of the texts that has room behind the bar or, failing that, before it. */
    private void beside(List<String> texts, double left, double from, double to, double right) {
        for (String each : texts) {
            double room = LETTER * each.length() + 8;
            if (to + room <= right) {
                text(each, "loss", to + 5, y + BAR - 3, "start");
                return;
            }
            if (from - room >= left) {
                text(each, "loss", from - 5, y + BAR - 3, "end");
                return;
            }
        }
    }

    private void devices(DrillLane lane) {
        laneName(lane.name(), y + BAR - 3);
        bar("lane", LEFT, RIGHT - LEFT, String.join(", ", lane.devices()), 1);
        for (Story.Line each : lane.lines()) {
            double from = x(each.from());
            double width = Math.max(THINNEST, x(each.until()) - from);
            String style = each.kind() == Story.Kind.TABLE ? "change" : "session";
            bar(style, from, width, each.from() + " " + each.where() + ": " + each.what() + "; " + each.why(), 1);
        }
        y += LANE;
    }

    /** For each row of what was done, where its last text ends, such that none lies over another. */
    private List<Double> rows() {
        List<Double> ends = new ArrayList<>();
        incidents.forEach(each -> row(each, ends));
        return ends;
    }

    /** The row of this text, counted from the lanes up; -1 if it has no room. */
    private int row(Story.Line incident, List<Double> ends) {
        double from = start(incident);
        double end = from + BOLD * short80(incident).length();
        for (int i = 0; i < ends.size(); i++) {
            if (ends.get(i) + LETTER < from) {
                ends.set(i, end);
                return i;
            }
        }
        if (ends.size() == MOST_ROWS) {
            return -1;
        }
        ends.add(end);
        return ends.size() - 1;
    }

    private double start(Story.Line incident) {
        return Math.max(
                0, Math.min(x(incident.from()), RIGHT - BOLD * short80(incident).length()));
    }

    private static String short80(Story.Line incident) {
        return shortened(incident.what(), 80);
    }

    private void incidents(int rows, double bottom) {
        List<Double> ends = new ArrayList<>();
        for (Story.Line each : incidents) {
            int row = row(each, ends);
            double base = 4 + (rows - Math.max(0, row)) * ROW;
            html.open("g").element("title", each.from() + " " + each.what());
            line("incident", x(each.from()), base + 3, bottom);
            html.close("g");
            if (row >= 0) {
                text(short80(each), "done", start(each), base, "start");
            }
        }
    }

    private void laneName(String name, double at) {
        text(shortened(name, NAME), "name", LEFT - 10, at, "end");
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most - 1) + "…" : text;
    }

    /** A bar in this lane; {@code share} of its height. */
    private void bar(String style, double from, double width, String title, double share) {
        html.open("g").element("title", title);
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

    private void line(String style, double x, double from, double to) {
        html.empty("line", "class", style, "x1", number(x), "y1", number(from), "x2", number(x), "y2", number(to));
    }

    private void text(String text, String style, double x, double at, String anchor) {
        html.element("text", text, "class", style, "x", number(x), "y", number(at), "text-anchor", anchor);
    }

    private double x(SimTime at) {
        return LEFT + (RIGHT - LEFT) * MOMENTS * time.place(at);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
