package io.heddle.scenarios.text;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.Verdict;
import io.heddle.model.net.Bandwidth;
import io.heddle.scenarios.drill.ClaimJudge;
import io.heddle.scenarios.drill.DrillDetail;
import io.heddle.scenarios.drill.LossRow;
import io.heddle.scenarios.drill.NoRoomWords;
import io.heddle.scenarios.drill.Story;
import io.heddle.scenarios.drill.StoryRows;
import io.heddle.scenarios.drill.TrapRow;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.scenarios.wording.TranslationWords;
import io.heddle.simulator.drill.DrillVerdict;
import io.heddle.simulator.drill.Interruption;
import io.heddle.simulator.drill.PairOutage;
import io.heddle.simulator.drill.TierBandwidth;
import io.heddle.simulator.drill.Translated;
import io.heddle.simulator.timeline.SimTime;
import java.util.List;

/** One drill in full: what happened when, who lost whom and why. */
public final class DrillDetailText {

    private static final int LINES = 40;
    private static final int NAMED = 8;

    private DrillDetailText() {}

    public static String of(String name, DrillDetail detail, Style style) {
        DrillVerdict verdict = detail.result().verdict();
        SimTime end = verdict.ending().at();
        StringBuilder out = new StringBuilder();
        out.append(style.bold(detail.result().drill().text() + " on " + name)).append('\n');
        detail.judged().forEach(each -> claim(each, out, style));
        out.append('\n');
        story(Story.of(detail.timeline()), out, style);
        out.append('\n');
        summary(verdict, out, style);
        List<LossRow> losses = LossRow.of(verdict.outages());
        losses.stream().limit(NAMED).forEach(each -> loss(each, end, out));
        more(losses.size(), "classes of pairs", out);
        if (!verdict.traps().isEmpty()) {
            out.append(style.bold("Where packets were lost")).append('\n');
            List<TrapRow> traps = TrapRow.of(verdict.traps());
            traps.stream().limit(NAMED).forEach(each -> trap(each, out));
            more(traps.size(), "places", out);
        }
        tables(verdict, out, style);
        out.append("Bandwidth left: ")
                .append(String.join(
                        "; ",
                        verdict.tiers().stream().map(DrillDetailText::tier).toList()))
                .append(". Narrowest pair: ")
                .append(verdict.width().before())
                .append(" equal paths before, ")
                .append(verdict.width().lowest())
                .append(" at worst, ")
                .append(verdict.width().atEnd())
                .append(" at the end.\n");
        rules(verdict, out, style);
        out.append(DrillEndText.of(List.of(detail.result()), style));
        return out.toString();
    }

    private static void claim(ClaimJudge.Judged each, StringBuilder out, Style style) {
        out.append("  ")
                .append(each.holds() ? style.good("holds") : style.bad("FAILS"))
                .append("  ")
                .append(each.text())
                .append(": ")
                .append(each.found())
                .append('\n');
    }

    private static void story(List<Story.Line> story, StringBuilder out, Style style) {
        Columns rows = Columns.of("rlll").head("time", "where", "what", "because");
        List<Story.Line> told = StoryRows.of(story, LINES);
        told.stream()
                .limit(LINES)
                .forEach(each -> rows.row(
                        each.kind() == Story.Kind.INCIDENT ? Columns.Kind.HEAD : Columns.Kind.PLAIN,
                        each.when(),
                        each.where(),
                        each.what(),
                        each.why()));
        rows.write(out, "  ", style);
        if (told.size() > LINES) {
            out.append("  and ").append(Numbers.of(told.size() - LINES)).append(" more lines\n");
        }
    }

    private static void summary(DrillVerdict verdict, StringBuilder out, Style style) {
        String interrupted = Numbers.of(verdict.pairsInterrupted()) + " of " + Numbers.counted(verdict.pairs(), "pair")
                + " of pods interrupted";
        out.append(
                verdict.pairsLostForGood() > 0
                        ? style.bad(Numbers.of(verdict.pairsLostForGood()) + " pairs of pods are cut off for good; "
                                + interrupted + ".")
                        : verdict.outages().isEmpty()
                                ? style.good("No pair of pods loses a packet.")
                                : style.doubtful(
                                        interrupted + ", for " + verdict.longest() + " at most; nobody for good."));
        out.append(verdict.podsGone() > 0 ? " " + Numbers.counted(verdict.podsGone(), "pod") + " gone." : "")
                .append(
                        verdict.atBeginning() > 0
                                ? " " + Numbers.of(verdict.atBeginning()) + " pairs could not reach each other before."
                                : "")
                .append('\n');
        out.append(verdict.lastChange()
                .map(last -> Numbers.of(verdict.tableChanges()) + " entries changed from "
                        + verdict.firstChange().map(SimTime::toString).orElse("") + " to " + last + ". ")
                .orElse("No table changed. "));
        out.append(Numbers.counted(verdict.traffic().messages(), "update message"))
                .append(": ")
                .append(Numbers.counted(verdict.traffic().announced(), "route"))
                .append(" announced, ")
                .append(Numbers.of(verdict.traffic().withdrawn()))
                .append(" withdrawn.\n");
    }

    /** With the times of the first. */
    private static void loss(LossRow loss, SimTime end, StringBuilder out) {
        PairOutage outage = loss.first();
        Interruption first = outage.interruptions().getFirst();
        out.append("  ")
                .append(loss.from())
                .append(" to ")
                .append(loss.to())
                .append(", ")
                .append(Numbers.counted(loss.pairs(), "pair"))
                .append(": ");
        if (outage.lostAtEnd()) {
            out.append("from ").append(outage.interruptions().getLast().from()).append(" for good");
        } else {
            out.append(first.from())
                    .append(" to ")
                    .append(first.until().map(SimTime::toString).orElse(""));
        }
        if (outage.interruptions().size() > 1) {
            out.append(", ")
                    .append(outage.interruptions().size())
                    .append(" times, ")
                    .append(outage.total(end))
                    .append(" together");
        }
        out.append(", up to ")
                .append(Numbers.percent(first.worstShare()))
                .append(" of flows\n      ")
                .append(outage.example())
                .append(": ")
                .append(outage.interruptions().getLast().reason())
                .append('\n');
        if (!first.endedBy().isEmpty()) {
            out.append("      ended by: ").append(first.endedBy()).append('\n');
        }
    }

    private static void trap(TrapRow trap, StringBuilder out) {
        out.append("  ")
                .append(trap.from())
                .append(" to ")
                .append(trap.until())
                .append("  ")
                .append(trap.kind())
                .append(", ")
                .append(trap.entry())
                .append(", ")
                .append(Numbers.counted(trap.pairs(), "pair"))
                .append('\n');
    }

    private static void more(int all, String what, StringBuilder out) {
        if (all > NAMED) {
            out.append("  and ")
                    .append(Numbers.of(all - NAMED))
                    .append(" more ")
                    .append(what)
                    .append('\n');
        }
    }

    private static void tables(DrillVerdict verdict, StringBuilder out, Style style) {
        for (AuditReport each : verdict.peaks()) {
            for (ResourceAudit audit : each.with(Verdict.OVERFLOWS)) {
                out.append(style.bad(audit.resource() + " OVERFLOWS"))
                        .append(" on ")
                        .append(each.device())
                        .append(audit.reading()
                                .worstFailure()
                                .map(worst -> ", at " + worst.failure())
                                .orElse(""))
                        .append("\n    ")
                        .append(audit.summary())
                        .append('\n');
            }
        }
        verdict.noRoom().forEach(each -> out.append(NoRoomWords.of(each)).append('\n'));
    }

    private static String tier(TierBandwidth tier) {
        String lowest =
                tier.lowest().equals(Bandwidth.NONE) ? "none" : tier.lowest().toString();
        return tier.name() + " " + lowest + " of " + tier.before()
                + (tier.atEnd().equals(tier.lowest()) ? "" : ", " + tier.atEnd() + " at the end");
    }

    private static void rules(DrillVerdict verdict, StringBuilder out, Style style) {
        out.append("Kubernetes' rules: every pod reaches every pod ")
                .append(
                        verdict.pairsLostForGood() > 0
                                ? "no longer"
                                : verdict.outages().isEmpty()
                                        ? "at every time"
                                        : "again at the end, and not in between")
                .append("; agents of a node reach its pods inside the node; ");
        String translation = TranslationWords.of(verdict.translation());
        out.append(verdict.translation().holds() ? translation : style.bad("VIOLATED: " + translation))
                .append(".\n");
        List<Translated> translated = verdict.translation().translated();
        for (Translated each : translated.stream().limit(NAMED).toList()) {
            out.append("  ").append(TranslationWords.of(each)).append('\n');
            out.append("      begun by: ")
                    .append(each.spells().getFirst().begunBy())
                    .append('\n');
        }
        more(translated.size(), "blocks without an exception", out);
    }
}
