package io.heddle.scenarios.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.heddle.model.audit.AuditReport;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Judgement;
import io.heddle.scenarios.result.ScenarioResult;
import io.heddle.topology.check.Finding;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A scenario's result as one JSON object. */
public final class ResultJson {

    /** The version of the object's shape. */
    public static final String FORMAT = "heddle-result/1";

    private ResultJson() {}

    /**
     * The object, with a line break at its end.
     *
     * @param elapsedMillis how long the run took, measured by the caller
     */
    public static String of(ScenarioResult result, long elapsedMillis) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            write(result, elapsedMillis, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return text.append('\n').toString();
    }

    private static void write(ScenarioResult result, long elapsedMillis, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeStringField("scenario", result.scenario().name());
        json.writeStringField("title", result.scenario().title());
        json.writeStringField("verdict", verdict(result.holds()));
        json.writeNumberField("elapsedMillis", elapsedMillis);
        json.writeArrayFieldStart("cases");
        for (CaseResult each : result.cases()) {
            json.writeStartObject();
            json.writeStringField("case", each.given().name());
            json.writeStringField("verdict", verdict(each.holds()));
            if (each.capacity().isPresent()) {
                CapacityJson.write(each.capacity().get(), json);
            }
            findings(each, json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("expectations");
        for (CaseResult each : result.cases()) {
            for (Judgement judgement : each.judgements()) {
                json.writeStartObject();
                json.writeStringField("case", each.given().name());
                json.writeStringField("text", judgement.text());
                json.writeBooleanField("holds", judgement.holds());
                json.writeStringField("found", judgement.found());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("switches");
        for (CaseResult each : result.cases()) {
            for (AuditReport report : each.audits()) {
                SwitchJson.write(each.given().name(), report, json);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void findings(CaseResult result, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding each : result.findings()) {
            json.writeStartObject();
            json.writeStringField("rule", each.rule().toString());
            json.writeStringField("severity", each.severity().toString());
            json.writeArrayFieldStart("subjects");
            for (String subject : each.subjects()) {
                json.writeString(subject);
            }
            json.writeEndArray();
            json.writeStringField("found", each.found());
            json.writeStringField("expected", each.expected());
            json.writeStringField("why", each.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String verdict(boolean holds) {
        return holds ? "pass" : "fail";
    }
}
