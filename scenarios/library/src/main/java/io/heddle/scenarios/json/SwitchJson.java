package io.heddle.scenarios.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.FailureUse;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.Use;
import io.heddle.model.device.Limit;
import io.heddle.model.fabric.ProfileRef;
import java.io.IOException;

/** A switch with its audited tables by resource name. */
final class SwitchJson {

    private SwitchJson() {}

    static void write(String caseName, AuditReport report, JsonGenerator json) throws IOException {
        ProfileRef profile = report.profile().ref();
        json.writeStartObject();
        json.writeStringField("case", caseName);
        json.writeStringField("name", report.device().value());
        json.writeStringField("role", report.role().toString());
        json.writeStringField("device", profile.device());
        json.writeStringField("os", profile.os());
        json.writeStringField("profile", profile.profile());
        json.writeStringField("verdict", report.verdict().toString());
        json.writeObjectFieldStart("tables");
        for (ResourceAudit each : report.resources()) {
            json.writeObjectFieldStart(each.resource().toString());
            table(each, json);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void table(ResourceAudit audit, JsonGenerator json) throws IOException {
        use(audit.reading().atRest(), json);
        switch (audit.limit()) {
            case Limit.Entries entries -> json.writeNumberField("limit", entries.count());
            case Limit.Unlimited _ -> json.writeStringField("limit", "unlimited");
            case Limit.Unknown _ -> json.writeNullField("limit");
        }
        json.writeStringField("source", audit.evidence().source());
        json.writeStringField("confidence", audit.evidence().confidence().toString());
        json.writeStringField("atOverflow", audit.overflow().action().toString());
        if (audit.reading().worstFailure().isPresent()) {
            FailureUse worst = audit.reading().worstFailure().get();
            json.writeObjectFieldStart("worstFailure");
            json.writeStringField("failure", worst.failure());
            use(worst.use(), json);
            json.writeEndObject();
        }
    }

    private static void use(Use use, JsonGenerator json) throws IOException {
        json.writeNumberField("used", use.used());
        if (use.share().isPresent()) {
            json.writeNumberField("share", use.share().getAsDouble());
        }
        json.writeStringField("verdict", use.verdict().toString());
    }
}
