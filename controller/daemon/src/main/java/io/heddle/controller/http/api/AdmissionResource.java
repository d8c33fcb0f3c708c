package io.heddle.controller.http.api;

import io.heddle.controller.core.Demand;
import io.heddle.controller.core.Judgement;
import io.heddle.controller.core.NodeState;
import io.heddle.controller.core.Pod;
import io.heddle.controller.core.State;
import io.heddle.controller.http.message.Method;
import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Request;
import io.heddle.controller.http.message.Response;
import io.heddle.controller.http.route.Need;
import io.heddle.controller.http.route.Route;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What the switches could not hold, and whether they could hold something more: a question changes nothing. */
final class AdmissionResource {

    private static final int QUESTION = 256 << 10;

    private final Northbound controller;

    AdmissionResource(Northbound controller) {
        this.controller = controller;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/admission", Need.READ, this::refused, Pages.PARAMETERS),
                new Route(Method.POST, "/v1/admission", Need.READ, QUESTION, List.of(), this::ask));
    }

    private CompletionStage<Response.Whole> refused(Request request) throws Refused {
        State state = controller.state();
        String after = request.target().parameter("after").orElse("");
        return CompletableFuture.completedFuture(Pages.of(
                state,
                state.nodes().values().stream()
                        .filter(each -> each.name().value().compareTo(after) > 0)
                        .filter(each -> !each.refused().isEmpty())
                        .map(each -> Map.entry(each.name().value(), refused(each)))
                        .iterator(),
                Pages.limit(request)));
    }

    private static Json refused(NodeState node) {
        List<Json> refused = new ArrayList<>();
        node.refused()
                .forEach((key, pod) -> refused.add(new Members()
                        .text("container", key.container())
                        .texts("addresses", pod.addresses())
                        .text("reason", pod.refusal())
                        .json()));
        return new Members().text("node", node.name()).items("refused", refused).json();
    }

    private CompletionStage<Response.Whole> ask(Request request) throws Refused {
        State state = controller.state();
        Demand demand;
        try {
            demand = demand(Asked.fields(request, "node", "network", "blocks", "pods"));
        } catch (BadField e) {
            throw new Refused(Problem.of(e));
        }
        if (!state.layout().nodes().has(demand.node())) {
            throw new Refused(
                    Problem.of(422, "unknown-node", "node", "'" + demand.node() + "'", "a node of the fabric"));
        }
        return Done.answered(controller.couldHold(demand), judgement -> {
            Members members = new Members().number("revision", state.revision());
            switch (judgement) {
                case Judgement.Fits fits -> members.flag("fits", true).texts("reasons", fits.warnings());
                case Judgement.Full full -> members.flag("fits", false).texts("reasons", List.of(full.reason()));
            }
            return Response.json(200, members.json());
        });
    }

    private static Demand demand(Fields fields) throws BadField {
        DeviceName node = fields.parsed("node", DeviceName::new)
                .orElseThrow(() -> new BadField("node", "nothing", "a node's name"));
        List<Prefix> blocks = fields.list("blocks", Prefix::parse);
        List<IpAddress> pods = fields.list("pods", IpAddress::parse);
        if (blocks.isEmpty() == pods.isEmpty()) {
            throw new BadField("pods", pods.size() + " beside " + blocks.size() + " blocks", "either of both");
        }
        if (!blocks.isEmpty()) {
            return new Demand.Blocks(node, blocks);
        }
        String network = fields.text("network").orElse("");
        return new Demand.Pods(
                node, pods.stream().map(each -> pod(node, network, each)).toList());
    }

    private static Pod pod(DeviceName node, String network, IpAddress address) {
        Mac mac = address.isV4() ? Endpoint.macOf(address) : new Mac(0x0A58_0000_0000L | address.low() & 0xFFFF_FFFFL);
        Optional<IpAddress> some = Optional.of(address);
        Endpoint endpoint = new Endpoint(
                Optional.empty(), node, mac, some.filter(IpAddress::isV4), some.filter(each -> !each.isV4()));
        return Pod.of(endpoint, network, 0);
    }
}
