package io.heddle.controller.http.api;

import io.heddle.controller.core.AttachmentKey;
import io.heddle.controller.core.Event;
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
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Endpoints: pods that agents reported, and hosts without agent that somebody told of. */
final class EndpointResource {

    private static final int SMALL = 4096;

    private final Northbound controller;

    EndpointResource(Northbound controller) {
        this.controller = controller;
    }

    List<Route> routes() {
        String one = "/v1/nodes/{node}/endpoints/{container}/{interface}";
        return List.of(
                Route.get("/v1/endpoints", Need.READ, this::all, Pages.PARAMETERS),
                Route.get("/v1/nodes/{node}/endpoints", Need.READ_OR_OWN, this::ofNode, Pages.PARAMETERS),
                new Route(Method.PUT, one, Need.WRITE, SMALL, List.of(), this::attach),
                new Route(Method.DELETE, one, Need.WRITE, 0, List.of(), this::detach));
    }

    private CompletionStage<Response.Whole> all(Request request) throws Refused {
        State state = controller.state();
        Place after = Place.parse(request.target().parameter("after").orElse(""));
        Stream<Map.Entry<String, Json>> items = state.nodes().values().stream()
                .filter(each -> each.name().value().compareTo(after.node()) >= 0)
                .flatMap(
                        each -> items(each, each.name().value().equals(after.node()) ? after.key() : Optional.empty()));
        return CompletableFuture.completedFuture(Pages.of(state, items.iterator(), Pages.limit(request)));
    }

    private CompletionStage<Response.Whole> ofNode(Request request) throws Refused {
        State state = controller.state();
        DeviceName name = Asked.device(request, "node");
        NodeState node = state.nodes().get(name).orElseThrow(() -> new Refused(Asked.noSuch("node", name)));
        Place after = Place.parse(request.target().parameter("after").orElse(""));
        return CompletableFuture.completedFuture(
                Pages.of(state, items(node, after.key()).iterator(), Pages.limit(request)));
    }

    /** Lazily, from the place on: a cluster's pods are not walked for a page of them. */
    private static Stream<Map.Entry<String, Json>> items(NodeState node, Optional<AttachmentKey> after) {
        Optional<Map.Entry<AttachmentKey, Pod>> first =
                after.isEmpty() ? node.pods().ceiling(new AttachmentKey("", "")) : above(node, after.get());
        return Stream.iterate(
                        first,
                        Optional::isPresent,
                        each -> above(node, each.orElseThrow().getKey()))
                .map(Optional::orElseThrow)
                .map(each -> Map.entry(
                        new Place(node.name().value(), Optional.of(each.getKey())).toString(),
                        json(node.name(), each.getKey(), each.getValue())));
    }

    /** The least key above another is the one with a NUL behind it. */
    private static Optional<Map.Entry<AttachmentKey, Pod>> above(NodeState node, AttachmentKey key) {
        return node.pods().ceiling(new AttachmentKey(key.container(), key.interfaceName() + '\0'));
    }

    private CompletionStage<Response.Whole> attach(Request request) throws Refused {
        DeviceName node = Asked.device(request, "node");
        try {
            Fields fields = Asked.fields(request, "network", "pod", "mac", "addresses", "since");
            List<IpAddress> addresses = fields.list("addresses", IpAddress::parse);
            if (addresses.isEmpty() || addresses.size() > 2) {
                throw new BadField("addresses", addresses.size() + " of them", "one, or one of each family");
            }
            Mac mac = fields.parsed("mac", Mac::parse).orElseThrow(() -> new BadField("mac", "nothing", "a MAC"));
            Endpoint endpoint = new Endpoint(
                    fields.text("pod"),
                    node,
                    mac,
                    addresses.stream().filter(IpAddress::isV4).findFirst(),
                    addresses.stream()
                            .filter(each -> each.family() == IpFamily.IPV6)
                            .findFirst());
            long since = fields.number("since", 0, Long.MAX_VALUE).orElse(0L);
            return Done.answer(
                    controller,
                    new Event.EndpointAttached(key(request), Pod.of(endpoint, fields.neededText("network"), since)));
        } catch (BadField e) {
            throw new Refused(Problem.of(e));
        }
    }

    private CompletionStage<Response.Whole> detach(Request request) throws Refused {
        return Done.answer(controller, new Event.EndpointDetached(Asked.device(request, "node"), key(request)));
    }

    private static AttachmentKey key(Request request) {
        return new AttachmentKey(request.name("container"), request.name("interface"));
    }

    static Json json(DeviceName node, AttachmentKey key, Pod pod) {
        return new Members()
                .text("node", node)
                .text("container", key.container())
                .text("interface", key.interfaceName())
                .text("network", pod.network())
                .text("pod", pod.endpoint().name())
                .text("mac", pod.endpoint().mac())
                .texts("addresses", pod.addresses())
                .number("since", pod.sinceMillis())
                .text("refusal", Optional.of(pod.refusal()).filter(each -> !each.isEmpty()))
                .json();
    }
}
