package io.heddle.controller.http.api;

import io.heddle.controller.core.Effect;
import io.heddle.controller.core.Event;
import io.heddle.controller.http.message.Method;
import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Request;
import io.heddle.controller.http.message.Response;
import io.heddle.controller.http.route.Need;
import io.heddle.controller.http.route.Route;
import io.heddle.json.BadField;
import io.heddle.json.agent.AgentJson;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.fabric.DeviceName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * What agents tell. A report is answered with its acknowledgement when the store has it, never before. An agent that would rather not wait
 * (RFC 7240 section 4.1) is told that its report has been taken, which is no acknowledgement.
 */
final class AgentResource {

    /** A whole report of ten thousand pods has three megabytes. */
    private static final int REPORT = 16 << 20;

    /** A store usually has a report in that time. */
    private static final long TAKEN_AFTER_MILLIS = 15;

    private static final Response.Whole TAKEN =
            Response.json(202, new Members().text("status", "taken").json());

    private final Northbound controller;

    AgentResource(Northbound controller) {
        this.controller = controller;
    }

    List<Route> routes() {
        return List.of(
                new Route(Method.POST, "/v1/agents/{node}/register", Need.OWN, 4096, List.of(), this::register),
                new Route(Method.POST, "/v1/agents/{node}/report", Need.OWN, REPORT, List.of(), this::report));
    }

    private CompletionStage<Response.Whole> register(Request request) throws Refused {
        DeviceName node = Asked.device(request, "node");
        try {
            AgentJson.requireFormat(Asked.fields(request, "format"));
        } catch (BadField e) {
            throw new Refused(Problem.of(e));
        }
        return Done.answer(
                controller, new Event.NodeRegistered(node, request.caller().identity()));
    }

    private CompletionStage<Response.Whole> report(Request request) throws Refused {
        DeviceName node = Asked.device(request, "node");
        AgentReport report;
        try {
            report = AgentJson.readReport(Asked.json(request));
        } catch (BadField e) {
            throw new Refused(Problem.of(e));
        }
        if (!report.node().equals(node)) {
            throw new Refused(
                    Problem.of(403, "not-yours", "node", "'" + report.node() + "'", "'" + node + "', as in the path"));
        }
        Event event = new Event.AgentReported(report, request.caller().identity());
        CompletionStage<Response.Whole> acknowledged = Done.answer(controller, event, step -> {
            Optional<Effect.ReplyToAgent> reply = step.effect(Effect.ReplyToAgent.class);
            return reply.isPresent()
                    ? Response.json(200, AgentJson.write(reply.get().reply()))
                    : Done.refused(step)
                            .orElseGet(() -> Response.of(
                                    Problem.of(503, "no-reply", "the controller did not answer the report")));
        });
        boolean waits = report.whole()
                || !request.header("prefer").orElse("").toLowerCase(Locale.ROOT).contains("respond-async");
        return waits
                ? acknowledged
                : acknowledged
                        .toCompletableFuture()
                        .completeOnTimeout(TAKEN, TAKEN_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    }
}
