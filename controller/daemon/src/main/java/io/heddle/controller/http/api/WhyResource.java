package io.heddle.controller.http.api;

import io.heddle.controller.core.AttachmentKey;
import io.heddle.controller.core.NodeState;
import io.heddle.controller.core.Pod;
import io.heddle.controller.core.State;
import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.http.message.Problem;
import io.heddle.controller.http.message.Refused;
import io.heddle.controller.http.message.Request;
import io.heddle.controller.http.message.Response;
import io.heddle.controller.http.route.Need;
import io.heddle.controller.http.route.Route;
import io.heddle.json.Json;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Why an address is reached the way it is, or is not: whose it is, who has it, who announces it, what its leafs are told of it. */
final class WhyResource {

    private final Northbound controller;

    WhyResource(Northbound controller) {
        this.controller = controller;
    }

    List<Route> routes() {
        return List.of(Route.get("/v1/why", Need.READ, this::why, "address"));
    }

    private CompletionStage<Response.Whole> why(Request request) throws Refused {
        String text = request.target()
                .parameter("address")
                .orElseThrow(() -> new Refused(Problem.of(400, "bad-value", "address", "nothing", "an address")));
        IpAddress address = Asked.parsed("address", text, IpAddress::parse);
        State state = controller.state();
        Members members = new Members().number("revision", state.revision()).text("address", address);
        List<String> lines = new ArrayList<>();
        Optional<NodeState> owner =
                state.ownerOf(address).flatMap(each -> state.nodes().get(each));
        if (owner.isEmpty()) {
            lines.add("No node was granted a block that has " + address + ".");
        } else {
            ofNode(state, owner.get(), address, members, lines);
        }
        return CompletableFuture.completedFuture(
                Response.json(200, members.texts("lines", lines).json()));
    }

    private static void ofNode(State state, NodeState node, IpAddress address, Members members, List<String> lines) {
        members.text("node", node.name());
        node.record().grants().stream()
                .filter(each -> each.prefix().contains(address))
                .forEach(each -> lines.add(each.prefix() + ", which has it, was granted to " + node.name() + " ("
                        + Words.of(each.kind()) + ")."));
        Optional<AttachmentKey> key = node.addresses().get(address);
        Optional<Pod> pod = key.flatMap(each -> node.pods().get(each));
        if (key.isPresent() && pod.isPresent()) {
            members.member("endpoint", EndpointResource.json(node.name(), key.get(), pod.get()));
            lines.add(pod.get().endpoint().name().orElse(key.get().container()) + " has it, as its agent reported.");
            if (!pod.get().refusal().isEmpty()) {
                lines.add("It is not announced: " + pod.get().refusal() + ".");
            }
        } else {
            lines.add("No agent reported a pod that has it.");
        }
        if (!node.record().alive()) {
            lines.add(node.name() + " is dead: nothing is to be sent there.");
        }
        Optional<NodePlace> place = state.layout().nodes().get(node.name());
        if (place.isEmpty()) {
            lines.add(node.name() + " is not in the fabric's files any more.");
        } else {
            lines.add(announcer(place.get()));
            members.items("switches", leafs(state, place.get(), address, lines));
        }
    }

    private static String announcer(NodePlace place) {
        String what =
                switch (place.routes()) {
                    case HOSTS -> "a host route for each pod";
                    case BLOCKS -> "its blocks";
                };
        return switch (place.announcer()) {
            case NODE -> "The node's own BGP speaker announces " + what + "; the controller announces nothing of it.";
            case LEAF ->
                "Its leafs have static routes to the planned blocks; the controller announces what is beyond them.";
            case CONTROLLER -> "The controller announces " + what + " to its leafs.";
        };
    }

    private static List<Json> leafs(State state, NodePlace place, IpAddress address, List<String> lines) {
        List<Json> leafs = new ArrayList<>();
        for (NodePlace.Uplink uplink : place.uplinks()) {
            DeviceName leaf = uplink.leaf();
            List<Json> told = new ArrayList<>();
            for (Map.Entry<?, Announcement> each : state.wanted(leaf).routes().entrySet()) {
                if (each.getValue() instanceof Announcement.Unicast unicast
                        && unicast.prefix().contains(address)) {
                    told.add(SwitchResource.json(unicast));
                }
            }
            if (!state.seen(leaf).up()) {
                lines.add(leaf + " is not spoken with: " + state.seen(leaf).reason() + ".");
            }
            leafs.add(new Members()
                    .text("name", leaf)
                    .flag("up", state.seen(leaf).up())
                    .items("told", told)
                    .json());
        }
        return leafs;
    }
}
