package io.heddle.controller.http.api;

import io.heddle.controller.core.Effect;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Step;
import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Response;
import io.heddle.json.Json;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What became of a change, as an answer. */
final class Done {

    private Done() {}

    /** Answered with the revision and the reason. */
    static CompletionStage<Response.Whole> answer(Northbound controller, Event event) {
        return answer(controller, event, step -> refused(step).orElseGet(() -> Response.json(200, json(step))));
    }

    static CompletionStage<Response.Whole> answer(
            Northbound controller, Event event, Function<Step, Response.Whole> answer) {
        return answered(controller.submit(event), answer);
    }

    /** Waits, and says so where the controller cannot do it now. */
    static <T> CompletionStage<Response.Whole> answered(CompletionStage<T> asked, Function<T, Response.Whole> answer) {
        return asked.handle((given, fault) -> fault == null ? answer.apply(given) : Response.of(problem(fault)));
    }

    private static Json json(Step step) {
        return new Members()
                .number("revision", step.state().revision())
                .text("reason", step.reason())
                .items(
                        "warnings",
                        step.effects().stream()
                                .filter(Effect.Warn.class::isInstance)
                                .map(Effect.Warn.class::cast)
                                .map(each -> Json.text(each.subject() + ": " + each.text()))
                                .toList())
                .json();
    }

    /** The answer to a change that the controller turned down. */
    static Optional<Response.Whole> refused(Step step) {
        return step.effect(Effect.Refused.class)
                .map(each -> Response.of(Problem.of(status(each.refusal()), Words.of(each.refusal()), each.reason())));
    }

    private static int status(Effect.Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN_NODE -> 404;
            case NOT_YOURS -> 403;
            case NO_ADDRESSES_LEFT, TABLES_FULL -> 409;
        };
    }

    private static Problem problem(Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        if (cause instanceof NotWriting) {
            return Problem.of(503, "not-writing", String.valueOf(cause.getMessage()))
                    .with("retry-after", "1");
        }
        throw new CompletionException(cause);
    }
}
