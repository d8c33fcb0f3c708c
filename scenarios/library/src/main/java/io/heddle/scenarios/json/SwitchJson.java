package io.heddle.scenarios.json;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.Reading;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.device.Limit;
import io.heddle.model.fabric.Switch;
import io.heddle.scenarios.result.CaseResult;
import java.util.Optional;

/** A switch and its tables. */
final class SwitchJson {

    private SwitchJson() {}

    static void write(CaseResult result, Switch device, Json json) {
        Optional<AuditReport> report = result.solved().flatMap(solved -> solved.audit(device.name()));
        json.field("case", result.given().name())
                .field("name", device.name().value())
                .field("role", device.role().toString())
                .field("device", device.profile().device())
                .field("os", device.profile().os())
                .field("profile", device.profile().profile())
                .field("verdict", report.map(each -> each.verdict().toString()))
                .object(
                        "tables",
                        tables -> report.ifPresent(each -> each.resources()
                                .forEach(audit ->
                                        tables.object(audit.resource().toString(), table -> table(audit, table)))));
    }

    private static void table(ResourceAudit audit, Json json) {
        json.field("used", audit.used());
        limit(audit.limit(), json);
        if (audit.share().isPresent()) {
            json.field("share", audit.share().getAsDouble());
        } else {
            json.nothing("share");
        }
        json.field("verdict", audit.verdict().toString())
                .field("source", audit.evidence().source())
                .field("confidence", audit.evidence().confidence().toString())
                .field("whenFull", audit.overflow().action().toString())
                .field("placement", audit.reading().placement().name());
        audit.reading()
                .worstFailure()
                .ifPresentOrElse(
                        worst -> json.object("worstFailure", inside -> inside.field("failure", worst.failure())
                                .field("used", worst.use().used())
                                .field("verdict", worst.use().verdict().toString())),
                        () -> json.nothing("worstFailure"));
        json.objects("otherPlacements", audit.alternatives(), each -> reading(each, json));
    }

    private static void reading(Reading reading, Json json) {
        json.field("placement", reading.placement().name())
                .field("used", reading.atRest().used())
                .field("verdict", reading.verdict().toString());
    }

    /** A number where there is one; {@code limitKind} tells the two kinds of null apart. */
    static void limit(Limit limit, Json json) {
        switch (limit) {
            case Limit.Entries entries -> json.field("limit", entries.count()).field("limitKind", "entries");
            case Limit.Unlimited _ -> json.nothing("limit").field("limitKind", "unlimited");
            case Limit.Unknown _ -> json.nothing("limit").field("limitKind", "unknown");
        }
    }
}
