package io.heddle.controller.onos.pipeline;

import static io.heddle.controller.onos.pipeline.Draft.act;
import static io.heddle.controller.onos.pipeline.Draft.drop;
import static io.heddle.controller.onos.pipeline.Draft.match;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.onosproject.net.PortNumber;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;

/**
 * Table 5, below the MAC addresses: where a frame for everybody leaves, after where it came in. Nobody may get it twice, nor its sender back:
 *
 * <ul>
 *   <li>from a port: every other port and every tunnel; from a bond's member not the other members either
 *   <li>from a tunnel: ports, of a bond on an Ethernet segment only at its designated forwarder (RFC 7432 section 8.5), and no tunnel
 *   <li>from the tunnel of a leaf that shares a segment: not that segment, which it has served itself (local bias, RFC 8365 section 8.3.1)
 *   <li>from the peer link of an MLAG pair: ports that the other leaf has not got, or has lost; no tunnel
 * </ul>
 */
final class Flooding {

    /** The numbers of a VLAN's flood groups: those of ports, by their place in the configuration, and of tunnels follow. */
    private static final int FROM_PORT = 0;

    private static final int FROM_TUNNEL = 1;
    private static final int FIRST_OF_PORTS = 2;

    private static final int BY_DEFAULT = 10;
    private static final int BY_METADATA = 20;
    private static final int BY_IN_PORT = 30;

    private final Draft draft;
    private final Exits exits;

    Flooding(Draft draft, Exits exits) {
        this.draft = draft;
        this.exits = exits;
    }

    /** The flood groups of a VLAN and what leads to them. */
    void add(VlanConfig vlan, List<FloodEntry> list) {
        new Of(vlan, list).add();
    }

    /** One VLAN. */
    private final class Of {

        private final VlanConfig config;
        private final VlanId vlan;
        private final Map<BridgePort, TrafficTreatment> ports = new LinkedHashMap<>();
        private final List<TrafficTreatment> tunnels = new ArrayList<>();

        Of(VlanConfig config, List<FloodEntry> list) {
            this.config = config;
            vlan = config.vlan();
            for (BridgePort each : draft.config.bridgePorts()) {
                List<TrafficTreatment> members = exits.bridged(vlan, new FdbEntry.Target.Port(each.name()));
                if (!members.isEmpty()) {
                    ports.put(each, draft.anyOf(members));
                }
            }
            config.vni().ifPresent(vni -> {
                for (FloodEntry each : list) {
                    exits.tunnel(act().popVlan(), vni, each.vtep())
                            .ifPresentOrElse(
                                    tunnels::add,
                                    () -> draft.unplaced("flood list of VNI " + vni + ": no tunnel to " + each.vtep()));
                }
            });
        }

        void add() {
            List<TrafficTreatment> everywhere = but(_ -> false);
            everywhere.addAll(tunnels);
            if (!everywhere.isEmpty()) {
                put(BY_DEFAULT, here(), group(FROM_PORT, everywhere));
            }
            int variant = FIRST_OF_PORTS;
            for (BridgePort each : draft.config.bridgePorts()) {
                if (ports.containsKey(each)) {
                    fromBond(each, variant);
                }
                variant++;
            }
            if (config.vni().isPresent()) {
                put(
                        BY_METADATA,
                        here().matchMetadata(Classify.FROM_TUNNEL),
                        group(FROM_TUNNEL, but(each -> !isDesignated(each))));
                fromSiblings(variant);
            }
        }

        private void fromBond(BridgePort from, int variant) {
            List<Integer> members = from.members().stream()
                    .flatMap(each -> draft.wiring.port(each).stream())
                    .toList();
            if (members.size() < 2 && !from.peerLink()) {
                return; // what came by a port never leaves by it
            }
            List<TrafficTreatment> buckets = from.peerLink()
                    ? but(each -> each.equals(from) || sharing(each).isPresent())
                    : but(from::equals);
            if (!from.peerLink()) {
                buckets.addAll(tunnels);
            }
            TrafficTreatment to = group(variant, buckets);
            members.forEach(each -> put(BY_IN_PORT, here().matchInPort(PortNumber.portNumber(each)), to));
        }

        private void fromSiblings(int first) {
            int variant = first;
            TreeSet<IpAddress> siblings = new TreeSet<>();
            ports.keySet().forEach(each -> sharing(each).ifPresent(other -> siblings.addAll(other.vteps())));
            for (IpAddress each : siblings) {
                Optional<Integer> tunnel = draft.wiring.tunnel(each);
                if (tunnel.isPresent()) {
                    put(
                            BY_IN_PORT,
                            here().matchInPort(PortNumber.portNumber(tunnel.get())),
                            group(variant, but(port -> isServedBy(each, port) || !isDesignated(port))));
                }
                variant++;
            }
        }

        private boolean isServedBy(IpAddress vtep, BridgePort port) {
            return sharing(port).filter(each -> each.vteps().contains(vtep)).isPresent();
        }

        /** RFC 7432 section 8.5: of the leafs in the order of their addresses the one at the VLAN's number modulo how many they are. */
        private boolean isDesignated(BridgePort port) {
            Optional<IpAddress> own = draft.config.vtep().map(each -> each.primary());
            TreeSet<IpAddress> candidates =
                    new TreeSet<>(sharing(port).map(Sharing::vteps).orElse(new TreeSet<>()));
            if (own.isEmpty() || candidates.isEmpty()) {
                return true;
            }
            candidates.add(own.get());
            return List.copyOf(candidates).get(vlan.value() % candidates.size()).equals(own.get());
        }

        private Optional<Sharing> sharing(BridgePort port) {
            return draft.wiring.sharing(port.name());
        }

        private List<TrafficTreatment> but(Predicate<BridgePort> left) {
            List<TrafficTreatment> buckets = new ArrayList<>();
            ports.forEach((port, leg) -> {
                if (!left.test(port)) {
                    buckets.add(leg);
                }
            });
            return buckets;
        }

        private TrafficSelector.Builder here() {
            return match().matchVlanId(Classify.vlan(vlan));
        }

        private TrafficTreatment group(int variant, List<TrafficTreatment> buckets) {
            return buckets.isEmpty()
                    ? drop().build()
                    : act().group(draft.groups.flood(vlan.value(), variant, buckets))
                            .build();
        }

        private void put(int priority, TrafficSelector.Builder match, TrafficTreatment to) {
            draft.flow(Stage.BRIDGE, priority, Cookie.of(EntryClass.FLOOD), match, to);
        }
    }
}
