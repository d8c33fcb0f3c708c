package io.heddle.scenarios.json;

import io.heddle.scenarios.expect.Counted;
import io.heddle.scenarios.judge.FabricCount;
import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.FailureCoverage;
import io.heddle.scenarios.result.Solved;
import io.heddle.scenarios.wording.Words;
import io.heddle.simulator.translation.Translation;
import io.heddle.topology.check.Finding;
import io.heddle.topology.loss.Verdict;
import java.util.Optional;

/** What a case came to as a whole. */
final class CaseJson {

    /** Offenders named of each kind of part; their number is always whole. */
    private static final int NAMED = 100;

    private CaseJson() {}

    static void write(CaseResult result, Json json) {
        FailureCoverage failures = result.solved().map(Solved::failures).orElse(FailureCoverage.NONE);
        json.field("name", result.given().name())
                .field("why", result.given().why())
                .strings("changes", result.given().changes())
                .field("verdict", ResultJson.verdict(result.holds()))
                .field(
                        "design",
                        result.solved().map(each -> each.plan().design().name()))
                .object("fabric", fabric -> fabric(result, fabric));
        binding("binding", Binding.of(result.audits()), json);
        json.object("failures", inside -> inside.field("computed", failures.computed())
                        .field("possible", failures.possible()))
                .objects("resilience", result.losses().verdicts(), each -> resilience(each, json))
                .objects("findings", result.findings(), each -> finding(each, json));
        result.solved()
                .map(Solved::translation)
                .ifPresentOrElse(
                        each -> json.object("translation", inside -> translation(each, inside)),
                        () -> json.nothing("translation"));
        result.capacity()
                .ifPresentOrElse(
                        curve -> json.object("capacity", inside -> CapacityJson.write(curve, inside)),
                        () -> json.nothing("capacity"));
    }

    private static void fabric(CaseResult result, Json json) {
        for (Counted each : Counted.values()) {
            json.field(camel(each.toString()), FabricCount.of(each, result));
        }
    }

    /** {@code node-leaf-cables} as {@code nodeLeafCables}. */
    private static String camel(String kebab) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < kebab.length(); i++) {
            boolean capital = i > 0 && kebab.charAt(i - 1) == '-';
            char c = kebab.charAt(i);
            if (c != '-') {
                text.append(capital ? Character.toUpperCase(c) : c);
            }
        }
        return text.toString();
    }

    static void binding(String name, Optional<Binding> binding, Json json) {
        binding.ifPresentOrElse(each -> json.object(name, inside -> table(each, inside)), () -> json.nothing(name));
    }

    private static void table(Binding binding, Json json) {
        json.field("switch", binding.report().device().value())
                .field("resource", binding.audit().resource().toString())
                .field("used", binding.audit().used());
        SwitchJson.limit(binding.audit().limit(), json);
        json.field("share", binding.audit().peakShare())
                .field("verdict", binding.audit().verdict().toString())
                .field("whenFull", binding.audit().overflow().action().toString());
    }

    private static void resilience(Verdict verdict, Json json) {
        json.field("of", verdict.outOfBand() ? "management" : "traffic")
                .field("losing", Words.of(verdict.reading()))
                .field("examined", verdict.examined())
                .field("survives", verdict.resilient())
                .field("offenderCount", verdict.offenders().size())
                .strings(
                        "offenders",
                        verdict.offenders().stream()
                                .limit(NAMED)
                                .map(each -> each.part().toString())
                                .toList());
    }

    private static void translation(Translation translation, Json json) {
        json.field("nodesThatMasquerade", translation.masquerading())
                .field("pairs", translation.pairs())
                .field("blockCount", translation.uncovered().size())
                .objects("blocks", translation.uncovered().stream().limit(NAMED).toList(), each -> json.field(
                                "block", each.block().toString())
                        .field("of", each.owner().value())
                        .field("pairs", each.pairs())
                        .field("reason", each.reason()));
    }

    private static void finding(Finding finding, Json json) {
        json.field("severity", finding.severity().toString())
                .field("rule", finding.rule().toString())
                .strings("subjects", finding.subjects())
                .field("found", finding.found())
                .field("expected", finding.expected())
                .field("why", finding.why());
    }
}
