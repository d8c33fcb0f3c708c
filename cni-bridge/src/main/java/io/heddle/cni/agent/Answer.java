package io.heddle.cni.agent;

import io.heddle.json.Json;

/**
 * What the CNI binary prints and how it ends.
 *
 * @param exitCode 0 for success, 1 for an error result (specification 1.1.0, section 4)
 */
public record Answer(int exitCode, String text) {

    static final Answer SILENCE = new Answer(0, "");

    static Answer result(Json.Members result) {
        return new Answer(0, result + "\n");
    }

    static Answer error(Json.Members error) {
        return new Answer(1, error + "\n");
    }
}
