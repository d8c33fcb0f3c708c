package io.heddle.scenarios.json;

import io.heddle.scenarios.drill.ClaimJudge;
import io.heddle.scenarios.drill.DrillDetail;
import io.heddle.scenarios.drill.DrillResult;
import io.heddle.scenarios.drill.DrillSurvey;
import io.heddle.scenarios.drill.Story;
import io.heddle.simulator.drill.DrillVerdict;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.drill.Interruption;
import io.heddle.simulator.drill.NoRoom;
import io.heddle.simulator.drill.PairOutage;
import io.heddle.simulator.drill.TierBandwidth;
import io.heddle.simulator.drill.Translated;
import io.heddle.simulator.drill.Trap;
import io.heddle.simulator.event.NamedPace;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.translation.Uncovered;
import java.util.List;
import java.util.Optional;

/** Drills as JSON; times are in nanoseconds. */
public final class DrillJson {

    /** The value of the key {@code heddle}. A key is added without a new number; one that goes or changes its meaning brings one. */
    public static final String FORMAT = "drills/1";

    private DrillJson() {}

    /** One object: the drills ranked by harm, then those told in full. */
    public static String of(String scenario, NamedPace pace, Optional<DrillSurvey> survey, List<DrillDetail> details) {
        return Json.object(json -> json.field("heddle", FORMAT)
                .field("scenario", scenario)
                .field("pace", pace.toString())
                .field("possible", survey.map(DrillSurvey::possible).orElse((long) details.size()))
                .field(
                        "survives",
                        survey.map(DrillSurvey::survives).orElse(true)
                                && details.stream()
                                        .allMatch(each -> each.result().survives()))
                .objects("ranking", survey.map(DrillSurvey::results).orElse(List.of()), each -> result(each, json))
                .objects("drills", details, each -> detail(each, json)));
    }

    private static void result(DrillResult result, Json json) {
        DrillVerdict verdict = result.verdict();
        json.field("kind", result.drill().kind())
                .field("text", result.drill().text())
                .field("like", result.drill().like())
                .field("pods", verdict.pods())
                .field("pairs", verdict.pairs())
                .field("pairsCutOff", verdict.pairsLostForGood())
                .field("pairsInterrupted", verdict.pairsInterrupted())
                .field("pairsTranslated", verdict.translation().pairs())
                .field("longestNanos", verdict.longest().nanos())
                .field("pairSeconds", verdict.pairSeconds())
                .field("podsGone", verdict.podsGone())
                .field("messages", verdict.traffic().messages())
                .field("routesAnnounced", verdict.traffic().announced())
                .field("routesWithdrawn", verdict.traffic().withdrawn())
                .field("tableChanges", verdict.tableChanges());
        time("firstChangeNanos", verdict.firstChange(), json);
        time("lastChangeNanos", verdict.lastChange(), json);
        json.field("ending", ending(verdict.ending())).field("stableState", end(result.end()));
    }

    private static void time(String name, Optional<SimTime> time, Json json) {
        if (time.isPresent()) {
            json.field(name, time.get().nanos());
        } else {
            json.nothing(name);
        }
    }

    private static String ending(Ending ending) {
        return switch (ending) {
            case Ending.Quiet _ -> "quiet";
            case Ending.Oscillating _ -> "oscillating";
            case Ending.CutShort _ -> "cut-short";
        };
    }

    private static String end(EndCheck end) {
        return switch (end) {
            case EndCheck.Agrees _ -> "agrees";
            case EndCheck.Differs _ -> "differs";
            case EndCheck.Overflowed _ -> "overflowed";
            case EndCheck.NotCompared _ -> "not-compared";
        };
    }

    private static void detail(DrillDetail detail, Json json) {
        result(detail.result(), json);
        DrillVerdict verdict = detail.result().verdict();
        json.objects("expectations", detail.judged(), each -> claim(each, json))
                .objects("outages", verdict.outages(), each -> outage(each, json))
                .objects("traps", verdict.traps(), each -> trap(each, json))
                .objects("noRoom", verdict.noRoom(), each -> noRoom(each, json))
                .objects("translated", verdict.translation().translated(), each -> translated(each, json))
                .objects("bandwidth", verdict.tiers(), each -> tier(each, json))
                .objects("story", Story.of(detail.timeline()), each -> line(each, json));
    }

    private static void claim(ClaimJudge.Judged each, Json json) {
        json.field("text", each.text()).field("holds", each.holds()).field("found", each.found());
    }

    private static void outage(PairOutage outage, Json json) {
        json.field("from", outage.from())
                .field("to", outage.to())
                .field("example", outage.example())
                .field("pairs", outage.pairs())
                .objects("interruptions", outage.interruptions(), each -> interruption(each, json));
    }

    private static void interruption(Interruption each, Json json) {
        json.field("fromNanos", each.from().nanos());
        time("untilNanos", each.until(), json);
        json.field("worstShare", each.worstShare())
                .field("lossSeconds", each.lossSeconds())
                .field("reason", each.reason())
                .field("begunBy", each.begunBy())
                .field("endedBy", each.endedBy());
    }

    private static void trap(Trap each, Json json) {
        json.field("kind", each.kind().toString())
                .field("device", each.device().value())
                .field("entry", each.entry())
                .field("fromNanos", each.from().nanos());
        time("untilNanos", each.until(), json);
        json.field("pairs", each.pairs());
    }

    private static void noRoom(NoRoom each, Json json) {
        json.field("device", each.device().value())
                .field("table", each.table())
                .field("sinceNanos", each.since().nanos())
                .field("entries", each.entries())
                .field("pairs", each.pairs())
                .field("example", each.example())
                .field("whenFull", each.overflow().action().toString())
                .field("pairsInSoftware", each.slowPairs())
                .field("exampleInSoftware", each.slowExample())
                .field("crashes", each.crashes());
        if (each.overflow().packetsPerSecond().isPresent()) {
            json.field("packetsPerSecond", each.overflow().packetsPerSecond().getAsInt());
        } else {
            json.nothing("packetsPerSecond");
        }
    }

    private static void translated(Translated each, Json json) {
        Uncovered most = each.most();
        json.field("node", most.example().node().value())
                .field("from", most.example().from().toString())
                .field("to", most.example().to().toString())
                .field("block", most.block().toString())
                .field("of", most.owner().value())
                .field("pairs", most.pairs())
                .field("reason", most.reason())
                .objects("spells", each.spells(), spell -> {
                    json.field("fromNanos", spell.from().nanos());
                    time("untilNanos", spell.until(), json);
                    json.field("begunBy", spell.begunBy());
                });
    }

    private static void tier(TierBandwidth each, Json json) {
        json.field("between", each.name())
                .field("beforeBitsPerSecond", each.before().bitsPerSecond())
                .field("lowestBitsPerSecond", each.lowest().bitsPerSecond())
                .field("endBitsPerSecond", each.atEnd().bitsPerSecond());
    }

    private static void line(Story.Line each, Json json) {
        json.field("fromNanos", each.from().nanos())
                .field("untilNanos", each.until().nanos())
                .field("where", each.where())
                .field("what", each.what())
                .field("because", each.why());
    }
}
