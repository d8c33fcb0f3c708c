package io.heddle.controller.http.api;

import io.heddle.controller.core.State;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.Limits;
import io.heddle.controller.core.layout.Pool;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Request;
import io.heddle.controller.http.message.Response;
import io.heddle.controller.http.route.Need;
import io.heddle.controller.http.route.Route;
import io.heddle.json.Json;
import io.heddle.model.net.Prefix;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The fabric at a glance, its pools and limits, and which blocks are whose. */
final class FabricResource {

    /** The format of every answer; a member may be added within it, none changes its meaning. */
    static final int FORMAT = 1;

    private final Northbound controller;

    FabricResource(Northbound controller) {
        this.controller = controller;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/fabric", Need.READ, _ -> fabric()),
                Route.get("/v1/blocks", Need.READ, this::blocks, Pages.PARAMETERS));
    }

    private CompletionStage<Response.Whole> fabric() {
        State state = controller.state();
        Layout layout = state.layout();
        long up = layout.switches().keys().stream()
                .filter(each -> state.seen(each).up())
                .count();
        long alive = state.nodes().values().stream()
                .filter(each -> each.record().alive())
                .count();
        return CompletableFuture.completedFuture(Response.json(
                200,
                new Members()
                        .number("format", FORMAT)
                        .number("revision", state.revision())
                        .text("fingerprint", layout.fingerprint())
                        .text("saved-fingerprint", state.savedFingerprint())
                        .number("switches", layout.switches().size())
                        .number("switches-up", up)
                        .number("nodes", layout.nodes().size())
                        .number("nodes-registered", state.nodes().size())
                        .number("nodes-alive", alive)
                        .number("pods", state.pods())
                        .items(
                                "pools",
                                layout.pools().stream()
                                        .map(FabricResource::pool)
                                        .toList())
                        .member("limits", limits(layout.limits()))
                        .json()));
    }

    private static Json pool(Pool pool) {
        return new Members()
                .text("prefix", pool.prefix())
                .number("block-length", pool.blockLength())
                .texts("reserved", pool.reserved())
                .json();
    }

    private static Json limits(Limits limits) {
        return new Members()
                .number("blocks-per-node", limits.blocksPerNode())
                .number("singles-per-node", limits.singlesPerNode())
                .number("lending-blocks", limits.lendingBlocks())
                .number("low-addresses", limits.lowAddresses())
                .member("warn-share", new Json.Numeral(BigDecimal.valueOf(limits.warnShare())))
                .flag("aggregate", limits.aggregate())
                .json();
    }

    private CompletionStage<Response.Whole> blocks(Request request) throws Refused {
        State state = controller.state();
        Optional<String> after = request.target().parameter("after");
        Optional<Prefix> behind =
                after.isEmpty() ? Optional.empty() : Optional.of(Asked.parsed("after", after.get(), Prefix::parse));
        Stream<Map.Entry<String, Json>> items = state.owners().keys().stream()
                .filter(each -> behind.isEmpty() || each.compareTo(behind.get()) > 0)
                .map(each -> Map.entry(each.toString(), block(state, each)));
        return CompletableFuture.completedFuture(Pages.of(state, items.iterator(), Pages.limit(request)));
    }

    private static Json block(State state, Prefix prefix) {
        return new Members()
                .text("prefix", prefix)
                .text("node", state.owners().get(prefix))
                .json();
    }
}
