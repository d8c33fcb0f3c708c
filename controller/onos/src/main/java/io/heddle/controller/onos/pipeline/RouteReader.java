package io.heddle.controller.onos.pipeline;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficTreatment;

/** Routes from their rules. */
final class RouteReader {

    private final Vrfs vrfs;
    private final Numbers numbers;
    private final Map<Integer, List<TrafficTreatment>> groups;
    private final HostAddresses hosts;

    RouteReader(
            SwitchConfig config, Numbers numbers, Map<Integer, List<TrafficTreatment>> groups, HostAddresses hosts) {
        vrfs = Vrfs.of(config);
        this.numbers = numbers;
        this.groups = groups;
        this.hosts = hosts;
    }

    /** Empty for a rule that is no route of ours any more: an unknown VRF, nowhere to go that has a name. */
    Optional<RouteEntry> read(FlowRule flow) {
        Selected match = new Selected(flow);
        Optional<RouteSource> source = Cookie.parse(flow.id().value()).flatMap(Cookie::source);
        return match.prefix().flatMap(prefix -> vrfs.name(match.metadata().orElse(-1))
                .flatMap(vrf -> source.flatMap(from -> {
                    List<NextHop> nextHops = nextHops(flow.treatment(), prefix, from);
                    return nextHops.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new RouteEntry(vrf, prefix, from, nextHops));
                })));
    }

    private List<NextHop> nextHops(TrafficTreatment treatment, Prefix prefix, RouteSource source) {
        Effect effect = Effect.of(treatment);
        if (effect.group().isEmpty()) {
            return nextHop(effect, prefix, source).stream().toList();
        }
        TreeSet<NextHop> members = new TreeSet<>();
        for (TrafficTreatment each : groups.getOrDefault(effect.group().getAsInt(), List.of())) {
            nextHop(Effect.of(each), prefix, source).ifPresent(members::add);
        }
        return List.copyOf(members);
    }

    private Optional<NextHop> nextHop(Effect effect, Prefix prefix, RouteSource source) {
        if (effect.isNowhere()) {
            return Optional.of(new NextHop.Discard());
        }
        if (effect.goesTo(Stage.NEIGHBOR)) {
            long vlan = effect.metadata().orElse(0);
            return vlan < 1 || vlan > 4094 ? Optional.empty() : Optional.of(new NextHop.OnVlan(new VlanId((int) vlan)));
        }
        if (effect.goesTo(Stage.BRIDGE)) {
            return effect.vlan().isEmpty()
                    ? Optional.empty()
                    : viaVlan(new VlanId(effect.vlan().getAsInt()), effect.destination(), prefix);
        }
        if (effect.port().isEmpty()) {
            return Optional.empty();
        }
        long port = effect.port().getAsLong();
        if (port == PortNumber.LOCAL.toLong()) {
            return Optional.of(new NextHop.Local());
        }
        if (effect.vni().isPresent()) {
            int vni = effect.vni().getAsInt();
            return numbers.l3vni(vni)
                    .<NextHop>flatMap(l3vni -> numbers.vtep(port).map(vtep -> new NextHop.ViaVtep(l3vni, vtep)))
                    .or(() -> numbers.vlan(vni).flatMap(vlan -> viaVlan(vlan, effect.destination(), prefix)));
        }
        return numbers.routed(port)
                .<NextHop>map(routed -> source == RouteSource.CONNECTED
                        ? new NextHop.OnPort(routed.port())
                        : new NextHop.ViaPort(routed.port(), routed.neighbor()))
                .or(() -> numbers.bridged(port).flatMap(bridge -> {
                    Optional<VlanId> vlan = effect.vlan().isPresent()
                            ? Optional.of(new VlanId(effect.vlan().getAsInt()))
                            : bridge.untagged();
                    return vlan.flatMap(each -> viaVlan(each, effect.destination(), prefix));
                }));
    }

    private Optional<NextHop> viaVlan(VlanId vlan, Optional<Mac> mac, Prefix prefix) {
        return mac.flatMap(each -> hosts.of(vlan, each, prefix)).map(address -> new NextHop.ViaVlan(vlan, address));
    }
}
