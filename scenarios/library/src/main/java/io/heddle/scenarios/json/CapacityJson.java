package io.heddle.scenarios.json;

import io.heddle.scenarios.result.Binding;
import io.heddle.scenarios.result.CapacityCurve;
import io.heddle.scenarios.result.CapacityCurve.Stop;
import java.util.List;
import java.util.Optional;

/** How far a fabric grows. */
final class CapacityJson {

    private CapacityJson() {}

    static void write(CapacityCurve curve, Json json) {
        json.field("grows", curve.question().grows().toString())
                .field("from", curve.question().from())
                .field("to", curve.question().to())
                .field("largest", curve.largest());
        switch (curve.stop()) {
            case Stop.Overflow(Binding table) -> stop("overflow", Optional.of(table), List.of(), json);
            case Stop.CannotBuild(List<String> reasons) -> stop("cannot-build", Optional.empty(), reasons, json);
            case Stop.AsFarAsAsked _ -> stop("as-far-as-asked", Optional.empty(), List.of(), json);
        }
        CaseJson.binding("next", curve.next(), json);
        json.objects("points", curve.points(), each -> {
            json.field("size", each.size()).field("fits", each.fits());
            CaseJson.binding("fullest", each.fullest(), json);
        });
    }

    private static void stop(String stop, Optional<Binding> table, List<String> reasons, Json json) {
        json.field("stop", stop);
        CaseJson.binding("stoppedBy", table, json);
        json.strings("reasons", reasons);
    }
}
