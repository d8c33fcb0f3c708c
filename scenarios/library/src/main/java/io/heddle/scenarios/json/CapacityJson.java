package io.heddle.scenarios.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.CapacityPoint;
import java.io.IOException;

/** A capacity search: the largest size and every size that was built. */
final class CapacityJson {

    private CapacityJson() {}

    static void write(CapacityCurve curve, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("capacity");
        json.writeStringField("grows", curve.question().grows().toString());
        json.writeNumberField("largest", curve.largest());
        json.writeArrayFieldStart("points");
        for (CapacityPoint each : curve.points()) {
            json.writeStartObject();
            json.writeNumberField("size", each.size());
            json.writeBooleanField("fits", each.fits());
            if (each.fullest().isPresent()) {
                Binding fullest = each.fullest().get();
                json.writeStringField("resource", fullest.audit().resource().toString());
                json.writeStringField("switch", fullest.report().device().value());
                json.writeNumberField("used", fullest.audit().used());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
