package io.heddle.test.agreement;

import io.heddle.evpn.calc.Input;
import io.heddle.evpn.community.EvpnCommunity.MacMobility;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.vrf.Announcement;
import io.heddle.evpn.vrf.VtepHost;
import io.heddle.evpn.vrf.VtepOriginations;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.reference.LocalHost;
import io.heddle.test.reference.ReferenceSolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the incremental engine has to be told of a fabric at rest. */
final class EngineInputs {

    private static final MacMobility NEVER_MOVED = MacMobility.NEVER;

    private final ReferenceSolver reference;
    private final Map<DeviceName, SwitchConfig> living = new LinkedHashMap<>();
    private final Map<DeviceName, List<Announcement>> announced = new LinkedHashMap<>();

    EngineInputs(FabricCase each, Set<DeviceName> alive) {
        reference = ReferenceSolver.of(each.fabric(), each.config(), each.endpoints(), each.outage());
        for (SwitchConfig config : each.config().switches()) {
            if (alive.contains(config.name())) {
                living.put(config.name(), config);
                announced.put(config.name(), announcements(config));
            }
        }
    }

    private List<Announcement> announcements(SwitchConfig config) {
        List<Announcement> routes = new ArrayList<>();
        VtepOriginations.of(config, new Mac(1)).ifPresent(vtep -> {
            routes.addAll(vtep.standing());
            config.bridgePorts().stream()
                    .filter(each -> reaches(config.name(), each))
                    .forEach(each -> routes.addAll(vtep.segment(each)));
            for (LocalHost host : reference.localHosts(config.name())) {
                if (host.attached() || !config.multihoming()) {
                    routes.addAll(vtep.host(new VtepHost(
                            host.vlan(),
                            host.mac(),
                            host.addresses(),
                            host.esi().orElse(EvpnRoute.NO_ESI),
                            NEVER_MOVED)));
                }
            }
        });
        return routes;
    }

    /** Whether a living node is at the far end of a port that is up. */
    private boolean reaches(DeviceName device, BridgePort port) {
        return reference.localHosts(device).stream()
                .anyMatch(each -> each.attached() && each.port().equals(port.name()));
    }

    /** For an engine of one switch: what lives on it and what it received. */
    List<Input> of(DeviceName name) {
        List<Input> inputs = new ArrayList<>();
        addOwn(name, inputs);
        Set<IpAddress> vteps = new LinkedHashSet<>();
        announced.forEach((originator, routes) -> {
            if (reference.receives(name, originator)) {
                for (Announcement each : routes) {
                    inputs.add(new Input.RouteThere(each.route(), each.attributes()));
                    each.attributes().nextHop().ifPresent(vteps::add);
                }
            }
        });
        addReachable(name, vteps, inputs);
        return inputs;
    }

    /** Whether every VTEP received the routes of every other, so that one engine can speak for all of them. */
    boolean everybodyHasHeard() {
        return announced.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .allMatch(each -> living.values().stream()
                        .filter(other -> other.vtep().isPresent() && other.bgp().isPresent())
                        .filter(other -> !other.name().equals(each.getKey()))
                        .allMatch(other -> reference.receives(other.name(), each.getKey())));
    }

    /** For an engine of the whole fabric. */
    List<Input> ofAll() {
        List<Input> inputs = new ArrayList<>();
        Set<IpAddress> vteps = new LinkedHashSet<>();
        announced
                .values()
                .forEach(routes -> routes.forEach(each -> {
                    inputs.add(new Input.RouteThere(each.route(), each.attributes()));
                    each.attributes().nextHop().ifPresent(vteps::add);
                }));
        living.keySet().forEach(each -> {
            addOwn(each, inputs);
            addReachable(each, vteps, inputs);
        });
        return inputs;
    }

    private void addOwn(DeviceName name, List<Input> inputs) {
        SwitchConfig config = living.get(name);
        if (config != null) {
            inputs.add(new Input.SwitchThere(config));
        }
        for (LocalHost host : reference.localHosts(name)) {
            inputs.add(new Input.HostThere(name, host.vlan(), host.mac(), host.port(), host.addresses(), NEVER_MOVED));
        }
    }

    private void addReachable(DeviceName name, Set<IpAddress> vteps, List<Input> inputs) {
        for (IpAddress each : vteps) {
            if (reference.reaches(name, each)) {
                inputs.add(new Input.Reachable(each, List.of(name), true));
            }
        }
    }
}
