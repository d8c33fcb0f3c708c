package io.heddle.scenarios.json;

import io.heddle.model.fabric.Switch;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Judgement;
import io.heddle.scenarios.result.ScenarioResult;
import io.heddle.scenarios.scenario.Scenario;
import java.util.List;

/** A result as JSON. */
public final class ResultJson {

    /** The value of the key {@code heddle}. A key is added without a new number; one that goes or changes its meaning brings one. */
    public static final String FORMAT = "result/1";

    private ResultJson() {}

    private record SwitchOf(CaseResult result, Switch device) {}

    private record JudgementOf(CaseResult result, Judgement judgement) {}

    /** One object; {@code elapsedMillis} is what the whole command has taken so far. */
    public static String of(ScenarioResult result, long elapsedMillis) {
        Scenario scenario = result.scenario();
        List<SwitchOf> switches = result.cases().stream()
                .flatMap(each -> each.fabric().switches().stream().map(device -> new SwitchOf(each, device)))
                .toList();
        List<JudgementOf> judgements = result.cases().stream()
                .flatMap(each -> each.judgements().stream().map(judged -> new JudgementOf(each, judged)))
                .toList();
        return Json.object(json -> json.field("heddle", FORMAT)
                .field("scenario", scenario.name())
                .field("title", scenario.title())
                .field("why", scenario.why())
                .field("source", scenario.source())
                .field("verdict", verdict(result.holds()))
                .field("elapsedMillis", elapsedMillis)
                .objects("expectations", judgements, each -> json.field(
                                "case", each.result().given().name())
                        .field("text", each.judgement().text())
                        .field("holds", each.judgement().holds())
                        .field("found", each.judgement().found()))
                .objects("cases", result.cases(), each -> CaseJson.write(each, json))
                .objects("switches", switches, each -> SwitchJson.write(each.result(), each.device(), json)));
    }

    static String verdict(boolean holds) {
        return holds ? "pass" : "fail";
    }
}
