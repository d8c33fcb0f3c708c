package io.heddle.scenarios.html;

import io.heddle.scenarios.drill.ClaimJudge;
import io.heddle.scenarios.drill.DrillDetail;
import io.heddle.scenarios.drill.DrillResult;
import io.heddle.scenarios.drill.DrillSurvey;
import io.heddle.scenarios.drill.LossRow;
import io.heddle.scenarios.drill.NoRoomWords;
import io.heddle.scenarios.drill.Story;
import io.heddle.scenarios.drill.StoryRows;
import io.heddle.scenarios.drill.TrapRow;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.scenarios.wording.TranslationWords;
import io.heddle.simulator.drill.DrillVerdict;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.drill.Interruption;
import io.heddle.simulator.drill.TierBandwidth;
import io.heddle.simulator.drill.Translated;
import io.heddle.simulator.drill.TranslationVerdict;
import io.heddle.simulator.event.NamedPace;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.translation.Uncovered;
import java.util.List;
import java.util.Optional;

/** Drills as a page: what they prove, ranked by harm, and single ones over time. */
public final class DrillReport {

    /** A cell with so many letters is one line. */
    private static final int BRIEF = 12;

    private static final int LINES = 60;
    private static final int NAMED = 30;

    private DrillReport() {}

    /**
     * One self-contained page; to be stored as UTF-8. The same drills give the same text.
     *
     * @param pace what was counted with
     * @param survey of many drills, if there was one
     * @param details drills told in full
     */
    public static String render(String title, NamedPace pace, Optional<DrillSurvey> survey, List<DrillDetail> details) {
        Html html = Page.begin("Drills: " + title);
        boolean good = survey.map(DrillSurvey::survives).orElse(true)
                && survey.flatMap(DrillSurvey::translation)
                        .filter(each -> !each.holds())
                        .isEmpty()
                && details.stream().allMatch(each -> survey.isPresent() || each.holds());
        html.open("header").element("p", "drills", "class", "eyebrow").element("h1", title);
        html.element(
                "p", headline(survey, good), "class", "verdict " + Mark.of(good).style());
        html.element("p", "Times of devices are " + pace.origin() + ".", "class", "note");
        html.close("header");
        survey.ifPresent(each -> survey(html, each));
        details.forEach(each -> detail(html, each));
        return Page.end(html);
    }

    private static String headline(Optional<DrillSurvey> survey, boolean good) {
        if (survey.isEmpty()) {
            return good ? "What was expected of the drills holds." : "What was expected of the drills does not hold.";
        }
        if (!good && survey.get().survives()) {
            return "No drilled loss cuts living pods off from each other, but pods reach pods by way of translation.";
        }
        return good
                ? "No drilled loss cuts living pods off from each other."
                : "Not every drilled loss is survived: living pods are cut off from each other.";
    }

    private static void survey(Html html, DrillSurvey survey) {
        html.open("article").open("section").element("h3", "Ranked by harm");
        html.element(
                "p",
                Numbers.counted(survey.results().size(), "drill") + " run; they stand for "
                        + Numbers.of(survey.stoodFor()) + " of " + Numbers.of(survey.possible())
                        + " losses, since parts that are alike fare alike. A pair is a pod and another pod on another node, each"
                        + " way for itself.",
                "class",
                "note");
        table(html, "what", "parts like it", "pairs cut off", "pairs interrupted", "longest", "pods gone", "messages");
        survey.results().stream().limit(NAMED).forEach(each -> result(html, each));
        end(html);
        survey.translation().ifPresent(each -> translation(html, each));
        html.close("section").close("article");
    }

    /** Kubernetes' rule on translation, and who breaks it. */
    private static void translation(Html html, TranslationVerdict verdict) {
        html.open("p");
        Mark.of(verdict.holds())
                .badge(html, (verdict.holds() ? "" : "Violated: ") + TranslationWords.of(verdict) + ".");
        html.close("p");
        if (verdict.holds()) {
            return;
        }
        table(html, "pod that sends", "pod that sees another address", "pairs", "when", "why", "begun by");
        for (Translated each : verdict.translated().stream().limit(NAMED).toList()) {
            Uncovered most = each.most();
            html.open("tr");
            cells(
                    html,
                    most.example().node() + " " + most.example().from(),
                    most.owner() + " " + most.example().to(),
                    Numbers.of(most.pairs()),
                    TranslationWords.when(each),
                    most.reason(),
                    each.spells().getFirst().begunBy());
            html.close("tr");
        }
        end(html);
    }

    private static void result(Html html, DrillResult result) {
        DrillVerdict verdict = result.verdict();
        Mark mark =
                verdict.pairsLostForGood() > 0 ? Mark.BAD : verdict.outages().isEmpty() ? Mark.GOOD : Mark.DOUBTFUL;
        html.open("tr").open("td");
        mark.badge(html, result.drill().text());
        html.close("td");
        cells(
                html,
                Numbers.of(result.drill().like()),
                Numbers.of(verdict.pairsLostForGood()),
                Numbers.of(verdict.pairsInterrupted()),
                verdict.pairsLostForGood() > 0
                        ? "for good"
                        : verdict.outages().isEmpty() ? "–" : verdict.longest().toString(),
                Numbers.of(verdict.podsGone()),
                Numbers.of(verdict.traffic().messages()));
        html.close("tr");
    }

    private static void detail(Html html, DrillDetail detail) {
        DrillVerdict verdict = detail.result().verdict();
        html.open("article").element("h2", detail.result().drill().text());
        html.element("p", summary(verdict), "class", "lead");
        claims(html, detail);
        html.open("section").element("h3", "What happened when");
        legend(html);
        DrillChart.draw(html, detail);
        html.close("section");
        outages(html, verdict);
        traps(html, verdict);
        rooms(html, verdict);
        html.open("section").element("h3", "Translation");
        translation(html, verdict.translation());
        html.close("section");
        tiers(html, verdict);
        story(html, detail);
        html.element("p", agreement(detail.result().end()), "class", "note");
        html.close("article");
    }

    private static void legend(Html html) {
        html.open("p", "class", "legend");
        key(html, "incident", "what was done to the fabric");
        key(html, "lost", "packets are lost, as high as the share of flows");
        key(html, "session", "a device stops or starts using ports or sessions, pods stop or start");
        key(html, "change", "a device's tables are rewritten");
        html.close("p");
        html.element(
                "p",
                "Time goes from left to right and is stretched where much happens: read it off the marks below. A pair is a pod and"
                        + " another pod on another node, each way for itself; it counts as lost while any flow between the two"
                        + " would be. Nodes that are alike to which the same happens share a lane. Rest the pointer on a bar for the"
                        + " reason, or look it up below.",
                "class",
                "note");
    }

    private static void key(Html html, String style, String meaning) {
        html.open("span", "class", "item")
                .element("span", "", "class", "key " + style)
                .text(meaning)
                .close("span")
                .text(" ");
    }

    private static String summary(DrillVerdict verdict) {
        String interrupted = Numbers.of(verdict.pairsInterrupted()) + " of " + Numbers.of(verdict.pairs());
        String gone = verdict.podsGone() > 0 ? " " + Numbers.counted(verdict.podsGone(), "pod") + " gone." : "";
        if (verdict.pairsLostForGood() > 0) {
            return Numbers.of(verdict.pairsLostForGood()) + " pairs of pods are cut off for good; " + interrupted
                    + " pairs lose packets." + gone;
        }
        return (verdict.outages().isEmpty()
                        ? "No pair of pods loses a packet."
                        : interrupted + " pairs of pods lose packets, for " + verdict.longest()
                                + " at most; then everybody reaches everybody again.")
                + gone;
    }

    private static void claims(Html html, DrillDetail detail) {
        if (detail.judged().isEmpty()) {
            return;
        }
        html.open("section").element("h3", "Expected");
        table(html, "claim", "found");
        for (ClaimJudge.Judged each : detail.judged()) {
            html.open("tr").open("td");
            Mark.of(each.holds()).badge(html, each.text());
            html.close("td");
            cells(html, each.found());
            html.close("tr");
        }
        end(html);
        html.close("section");
    }

    private static void outages(Html html, DrillVerdict verdict) {
        if (verdict.outages().isEmpty()) {
            return;
        }
        SimTime last = verdict.ending().at();
        html.open("section").element("h3", "Who lost whom");
        table(html, "from", "to", "pairs", "longest", "times", "where packets ended", "why it ended");
        for (LossRow each : LossRow.of(verdict.outages()).stream().limit(NAMED).toList()) {
            Interruption latest = each.first().interruptions().getLast();
            html.open("tr");
            cells(
                    html,
                    each.from(),
                    each.to(),
                    Numbers.of(each.pairs()),
                    each.longest(last),
                    Numbers.of(each.first().interruptions().size()),
                    latest.reason(),
                    latest.endedBy());
            html.close("tr");
        }
        end(html);
        html.close("section");
    }

    private static void traps(Html html, DrillVerdict verdict) {
        if (verdict.traps().isEmpty()) {
            return;
        }
        html.open("section").element("h3", "Where packets were lost");
        table(html, "from", "until", "kind", "device and entry", "pairs");
        for (TrapRow each : TrapRow.of(verdict.traps()).stream().limit(NAMED).toList()) {
            html.open("tr");
            cells(html, each.from().toString(), each.until(), each.kind(), each.entry(), Numbers.of(each.pairs()));
            html.close("tr");
        }
        end(html);
        html.close("section");
    }

    private static void rooms(Html html, DrillVerdict verdict) {
        if (verdict.noRoom().isEmpty()) {
            return;
        }
        html.open("section").element("h3", "Tables without room");
        html.open("ul");
        verdict.noRoom().stream().limit(NAMED).forEach(each -> html.element("li", NoRoomWords.of(each) + "."));
        html.close("ul").close("section");
    }

    private static void tiers(Html html, DrillVerdict verdict) {
        html.open("section").element("h3", "Bandwidth left, in bit/s");
        table(html, "between", "before", "lowest", "at the end");
        for (TierBandwidth each : verdict.tiers()) {
            html.open("tr");
            cells(
                    html,
                    each.name(),
                    each.before().toString(),
                    each.lowest().toString(),
                    each.atEnd().toString());
            html.close("tr");
        }
        end(html);
        html.close("section");
    }

    private static void story(Html html, DrillDetail detail) {
        List<Story.Line> story = StoryRows.of(Story.of(detail.timeline()), LINES);
        html.open("section").element("h3", "Line by line");
        table(html, "time", "where", "what", "because");
        for (Story.Line each : story.stream().limit(LINES).toList()) {
            html.open("tr");
            cells(html, each.when(), each.where(), each.what(), each.why());
            html.close("tr");
        }
        end(html);
        if (story.size() > LINES) {
            html.element("p", "and " + Numbers.of(story.size() - LINES) + " more lines", "class", "note");
        }
        html.close("section");
    }

    private static String agreement(EndCheck end) {
        return switch (end) {
            case EndCheck.Agrees(int switches, long entries) ->
                "Two solvers, one answer: at the end all " + Numbers.of(entries) + " entries of " + Numbers.of(switches)
                        + " switches are those of the stable state of what is left.";
            case EndCheck.Differs(var differences) ->
                "Two solvers, two answers: " + differences.size()
                        + " switches do not end in the stable state of what is left.";
            case EndCheck.Overflowed(var differences) ->
                "Overflowed: " + differences.size()
                        + " switches lack entries of the stable state that found no room in their tables.";
            case EndCheck.NotCompared(String why) -> "Not compared with the stable state: " + why + ".";
        };
    }

    private static void table(Html html, String... heads) {
        html.open("div", "class", "frame")
                .open("table", "class", "drilled")
                .open("thead")
                .open("tr");
        for (String each : heads) {
            html.element("th", each);
        }
        html.close("tr").close("thead").open("tbody");
    }

    private static void cells(Html html, String... cells) {
        for (String each : cells) {
            if (each.length() <= BRIEF) {
                html.element("td", each, "class", "brief");
            } else {
                html.element("td", each);
            }
        }
    }

    private static void end(Html html) {
        html.close("tbody").close("table").close("div");
    }
}
