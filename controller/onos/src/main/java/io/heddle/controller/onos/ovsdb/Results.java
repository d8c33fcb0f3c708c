package io.heddle.controller.onos.ovsdb;

import io.heddle.json.Json;
import java.util.List;
import java.util.Optional;

/** What a switch answers to a transaction (RFC 7047 section 4.1.3): a result an operation, and one more if committing failed. */
final class Results {

    private Results() {}

    /** The first error with the operation it is of; empty if all was done. */
    static Optional<String> error(Json answer, List<Json> operations) {
        if (!(answer instanceof Json.Items(List<Json> results))) {
            return Optional.of("it answers " + Excerpt.of(answer) + ", expected an array of results");
        }
        for (int i = 0; i < results.size(); i++) {
            Optional<Json> error =
                    results.get(i) instanceof Json.Members result ? result.get("error") : Optional.empty();
            if (error.isPresent()) {
                String about = i < operations.size() ? " of " + Excerpt.of(operations.get(i)) : " of the whole";
                return Optional.of("it refuses the transaction because" + about + ": " + Excerpt.of(results.get(i)));
            }
        }
        return results.size() < operations.size()
                ? Optional.of("it answers " + results.size() + " of " + operations.size() + " operations")
                : Optional.empty();
    }
}
