package io.heddle.controller.http.route;

import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Request;
import io.heddle.controller.http.message.Response;
import java.util.concurrent.CompletionStage;

/** Answers requests of a route. Called on the connection's event loop: it must not wait. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers now or later.
     *
     * @throws Refused when it is to be answered with a problem
     */
    CompletionStage<? extends Response> answer(Request request) throws Refused;
}
