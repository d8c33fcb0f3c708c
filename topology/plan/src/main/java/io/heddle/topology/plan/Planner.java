package io.heddle.topology.plan;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.endpoint.Block;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.NetworkName;
import io.heddle.topology.address.AddressPlan;
import io.heddle.topology.address.AddressRequest;
import io.heddle.topology.design.Announcer;
import io.heddle.topology.design.Design;
import io.heddle.topology.design.LinkScheme;
import io.heddle.topology.design.Underlay;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.spec.IpamSpec;
import io.heddle.topology.spec.PodSpec;
import io.heddle.topology.wiring.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a fabric, a design and pods into what every router is told. Deterministic; equal inputs give equal plans. */
public final class Planner {

    private Planner() {}

    /** The plan, or everything that keeps it from being made. */
    public static Outcome<Plan> plan(Fabric fabric, Design design, IpamSpec ipam, PodSpec pods, PlanOptions options) {
        Design chosen = options.links()
                .map(each ->
                        design.withLinks(new LinkScheme(each, design.links().nodes())))
                .orElse(design);
        Optional<NetworkName> podNetwork = chosen.pods().visibility() == PodVisibility.BRIDGED
                ? PodNetwork.choose(fabric, options)
                : Optional.empty();
        Faults faults = new Faults();
        Wiring given = Wiring.of(fabric);
        AddressRequest request = new AddressRequest(
                chosen, ipam, options.pools(), options.vtepFamily(), podNetwork, options.linkMtu(), options.nodeMtu());
        AddressPlan addresses = AddressPlan.of(given, request, faults);
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        Wiring placed = RackFabric.place(given, addresses.sites(), addresses.networks());
        Draft draft = new Draft(placed, chosen, addresses, options.withPodNetwork(podNetwork));
        new DesignFit(draft, faults).check();
        if (podNetwork.isPresent() && !ipam.masquerades().isEmpty()) {
            faults.add(
                    "masquerade",
                    "pods bridged to network " + podNetwork.get(),
                    "a design whose nodes route their pods: bridged packets do not pass a node's routing");
        }
        Endpoints endpoints = faults.isEmpty() ? new PodPlacement(draft, pods, faults).place() : Endpoints.NONE;
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        return Outcome.made(new Plan(
                placed.fabric(), chosen, config(draft, ipam), endpoints, blocks(draft), addresses, notes(draft)));
    }

    private static NetworkConfig config(Draft draft, IpamSpec ipam) {
        Wiring wiring = draft.wiring();
        RoutedPorts ports = new RoutedPorts(draft);
        Sessions sessions = new Sessions(draft, ports);
        Routes routes = new Routes(draft);
        SwitchConfigs switchConfigs = new SwitchConfigs(draft, ports, sessions, routes);
        List<SwitchConfig> switches = new ArrayList<>(wiring.switchCount());
        for (int i = 0; i < wiring.switchCount(); i++) {
            switches.add(switchConfigs.of(i));
        }
        NodePrograms programs = new NodePrograms(draft, ports, sessions, routes, ipam);
        List<NodeProgram> nodes = new ArrayList<>(wiring.nodeCount());
        for (int i = 0; i < wiring.nodeCount(); i++) {
            nodes.add(programs.of(wiring.switchCount() + i));
        }
        return new NetworkConfig(switches, nodes, new ExternalRouters(draft, sessions).all());
    }

    private static List<Block> blocks(Draft draft) {
        List<Block> blocks = new ArrayList<>();
        Wiring wiring = draft.wiring();
        for (int i = wiring.switchCount(); i < wiring.switchCount() + wiring.nodeCount(); i++) {
            if (wiring.nodeAt(i).runsPods()) {
                int node = i;
                draft.addresses().blocksOf(i).forEach(each -> blocks.add(new Block(each, wiring.name(node))));
            }
        }
        return blocks;
    }

    private static List<String> notes(Draft draft) {
        List<String> notes = new ArrayList<>();
        if (draft.design().pods().announcedBy(Announcer.CONTROLLER)) {
            notes.add("Pod routes are announced by the controller at run time; the plan holds none.");
        }
        if (draft.design().underlay() == Underlay.BRIDGED) {
            draft.wiring()
                    .fabric()
                    .exits()
                    .forEach(each -> notes.add(
                            "External router " + each.router() + " has no session: a bridged fabric does not route."));
        } else if (draft.design().overlay().evpn()
                && !draft.wiring().fabric().exits().isEmpty()) {
            notes.add("External routers reach the underlay alone; the overlay's VRFs have no way out.");
        }
        return notes;
    }
}
