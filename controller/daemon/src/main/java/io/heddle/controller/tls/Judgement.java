package io.heddle.controller.tls;

import java.time.Instant;
import java.util.Optional;

/**
 * What was found of a connection's other end.
 *
 * @param caller who it is; nobody when there is a doubt
 * @param doubt why its certificate is not believed any more
 * @param until when the first certificate of its chain ends; later it is judged anew
 * @param reading which reading of the files it was judged by; by another it is judged anew
 */
public record Judgement(Caller caller, Optional<String> doubt, Instant until, int reading) {

    boolean stands(int current, Instant now) {
        return current == reading && now.isBefore(until);
    }
}
