package io.heddle.controller.daemon.admission;

import io.heddle.controller.core.Demand;
import io.heddle.controller.core.Grant;
import io.heddle.controller.core.NodeState;
import io.heddle.controller.core.Pod;
import io.heddle.controller.core.State;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.core.layout.NodePlace.PodForm;
import io.heddle.controller.core.layout.NodePlace.Uplink;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fabric as it would be with a demand met. What the controller announces to a leaf stands as a static route of that leaf: both put the same
 * entry into the leaf's table and the same route into its BGP.
 */
public record Forecast(NetworkConfig config, Endpoints endpoints) {

    /** The state itself. */
    public static Forecast of(Plan plan, State state) {
        return new Making(plan, state).forecast();
    }

    /** The state with a demand met. */
    public static Forecast of(Plan plan, State state, Demand demand) {
        Making making = new Making(plan, state);
        switch (demand) {
            case Demand.Blocks(DeviceName node, List<Prefix> blocks) -> making.blocks(node, blocks);
            case Demand.Pods(DeviceName node, List<Pod> pods) -> making.pods(node, pods);
            case Demand.Aggregate(DeviceName node, List<Pod> pods) -> {
                making.pods(node, pods);
                making.aggregated = Optional.of(node);
            }
        }
        return making.forecast();
    }

    /** Single-threaded. */
    private static final class Making {

        private final Plan plan;
        private final State state;
        private final List<Endpoint> endpoints = new ArrayList<>();
        private final Map<DeviceName, List<Pod>> podsOf = new HashMap<>();
        private final Map<DeviceName, List<Prefix>> blocksOf = new HashMap<>();
        private final Map<DeviceName, List<Prefix>> beyondPlan = new HashMap<>();
        private Optional<DeviceName> aggregated = Optional.empty();

        Making(Plan plan, State state) {
            this.plan = plan;
            this.state = state;
            for (NodeState node : state.nodes().values()) {
                for (Grant each : node.record().grants()) {
                    add(blocksOf, node.name(), each.prefix());
                    if (each.kind() != Grant.Kind.PLANNED) {
                        add(beyondPlan, node.name(), each.prefix());
                    }
                }
                pods(
                        node.name(),
                        node.pods().values().stream()
                                .filter(each -> !each.isRefused())
                                .toList());
            }
        }

        void pods(DeviceName node, List<Pod> pods) {
            podsOf.computeIfAbsent(node, _ -> new ArrayList<>()).addAll(pods);
            pods.forEach(each -> endpoints.add(each.endpoint()));
        }

        void blocks(DeviceName node, List<Prefix> blocks) {
            blocks.forEach(each -> {
                add(blocksOf, node, each);
                if (!state.layout().planned().has(each)) {
                    add(beyondPlan, node, each);
                }
            });
        }

        private static <T> void add(Map<DeviceName, List<T>> map, DeviceName node, T value) {
            map.computeIfAbsent(node, _ -> new ArrayList<>()).add(value);
        }

        Forecast forecast() {
            Map<DeviceName, List<StaticRoute>> told = new HashMap<>();
            for (NodePlace place : state.layout().nodes().values()) {
                if (place.visibility() == PodVisibility.ROUTED && isAlive(place)) {
                    announced(place).forEach(prefix -> tell(place, prefix, told));
                }
            }
            List<SwitchConfig> switches = plan.config().switches().stream()
                    .map(each -> with(each, told.getOrDefault(each.name(), List.of())))
                    .toList();
            List<NodeProgram> nodes =
                    plan.config().nodes().stream().map(this::withBlocks).toList();
            return new Forecast(
                    new NetworkConfig(switches, nodes, plan.config().externalRouters()), Endpoints.ofPods(endpoints));
        }

        private boolean isAlive(NodePlace place) {
            return state.nodes()
                    .get(place.name())
                    .filter(each -> each.record().alive())
                    .isPresent();
        }

        private List<Prefix> announced(NodePlace place) {
            return switch (place.announcer()) {
                case NODE -> List.of();
                case LEAF -> beyondPlan.getOrDefault(place.name(), List.of());
                case CONTROLLER ->
                    byBlocks(place)
                            ? blocksOf.getOrDefault(place.name(), List.of())
                            : podsOf.getOrDefault(place.name(), List.of()).stream()
                                    .flatMap(each -> each.addresses().stream())
                                    .map(Prefix::host)
                                    .toList();
            };
        }

        private boolean byBlocks(NodePlace place) {
            return place.routes() == PodForm.BLOCKS
                    || aggregated.filter(place.name()::equals).isPresent()
                    || state.nodes()
                            .get(place.name())
                            .filter(each -> each.record().aggregated())
                            .isPresent();
        }

        private static void tell(NodePlace place, Prefix prefix, Map<DeviceName, List<StaticRoute>> told) {
            for (Uplink each : place.uplinks()) {
                each.nextHop(prefix.family())
                        .ifPresent(nextHop -> add(
                                told,
                                each.leaf(),
                                new StaticRoute(prefix, Optional.of(place.name()), Optional.of(nextHop))));
            }
        }

        private SwitchConfig with(SwitchConfig config, List<StaticRoute> added) {
            if (added.isEmpty() || config.bgp().isEmpty()) {
                return config;
            }
            // A routed link is found by the node at its end.
            return config.withStaticRoutes(added.stream()
                    .map(each -> isLayer3(each) ? new StaticRoute(each.prefix(), each.via(), Optional.empty()) : each)
                    .toList());
        }

        private boolean isLayer3(StaticRoute route) {
            return route.via()
                    .flatMap(plan.config()::findNode)
                    .filter(each -> each.attachment() == Attachment.L3)
                    .isPresent();
        }

        private NodeProgram withBlocks(NodeProgram node) {
            List<Prefix> blocks = blocksOf.get(node.name());
            boolean announces = state.layout()
                    .nodes()
                    .get(node.name())
                    .filter(each -> each.announcer() == PodAnnouncer.NODE)
                    .isPresent();
            return blocks == null || !announces
                    ? node
                    : new NodeProgram(
                            node.name(),
                            node.attachment(),
                            node.interfaces(),
                            node.loopbacks(),
                            node.routedPorts(),
                            blocks,
                            node.podVisibility(),
                            node.podNetwork(),
                            node.mtu(),
                            node.podMtu(),
                            node.bgp(),
                            node.masquerade());
        }
    }
}
