package io.heddle.scenarios.judge;

import io.heddle.scenarios.expect.Expectation;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Judgement;
import java.util.List;

/** Judges every expectation of a case. */
public final class Judge {

    private Judge() {}

    /** One judgement an expectation, in their order. */
    public static List<Judgement> judge(CaseResult result) {
        return result.given().expectations().stream()
                .map(each -> judge(each, result))
                .toList();
    }

    private static Judgement judge(Expectation expectation, CaseResult result) {
        Found found =
                switch (expectation) {
                    case Expectation.TableUse each -> TableJudge.use(each, result);
                    case Expectation.BindingTable each -> TableJudge.binding(each, result);
                    case Expectation.Entries each -> TableJudge.entries(each, result);
                    case Expectation.Routes each -> RouteJudge.routes(each, result);
                    case Expectation.Route each -> RouteJudge.route(each, result);
                    case Expectation.Reach each -> RouteJudge.reach(each, result);
                    case Expectation.Resilience each -> FabricJudge.resilience(each, result);
                    case Expectation.Translated each -> FabricJudge.translated(each, result);
                    case Expectation.Structure each -> FabricJudge.structure(each, result);
                    case Expectation.Count each -> FabricJudge.count(each, result);
                    case Expectation.Capacity each -> FabricJudge.capacity(each, result);
                };
        return new Judgement(expectation, ExpectationText.of(expectation), found.holds(), found.text());
    }
}
