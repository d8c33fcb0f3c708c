package io.heddle.evpn.vrf;

import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds intents that contradict each other before anything is programmed. The order of the input leaves no trace. */
public final class Conflicts {

    private record AddressKey(VlanId vlan, IpAddress address) {}

    private record MacKey(VlanId vlan, Mac mac) {}

    private record Use(DeviceName at, String what) {}

    private record Export(DeviceName at, Vni vni) {}

    private Conflicts() {}

    /** Among hosts: each conflict once, against the first claimant. */
    public static List<Conflict> amongHosts(Collection<PlacedHost> hosts) {
        List<PlacedHost> sorted = hosts.stream()
                .sorted(Comparator.comparing((PlacedHost each) -> each.host().vlan())
                        .thenComparing(each -> each.host().mac())
                        .thenComparing(PlacedHost::at)
                        .thenComparing(each -> each.host().segment()))
                .toList();
        List<Conflict> found = new ArrayList<>();
        Map<AddressKey, PlacedHost> addresses = new LinkedHashMap<>();
        Map<MacKey, PlacedHost> macs = new LinkedHashMap<>();
        for (PlacedHost each : sorted) {
            VtepHost host = each.host();
            PlacedHost same = macs.putIfAbsent(new MacKey(host.vlan(), host.mac()), each);
            if (same != null && isElsewhere(same, each)) {
                found.add(new Conflict.MacOnTwoSegments(
                        host.vlan(), host.mac(), same.at(), same.host().segment(), each.at(), host.segment()));
            }
            for (IpAddress address : host.addresses()) {
                PlacedHost other = addresses.putIfAbsent(new AddressKey(host.vlan(), address), each);
                if (other != null && !other.host().mac().equals(host.mac())) {
                    found.add(new Conflict.AddressClaimedTwice(
                            host.vlan(), address, other.at(), other.host().mac(), each.at(), host.mac()));
                }
            }
        }
        return found;
    }

    /** Outside of any segment (ESI 0, RFC 7432 section 5) every device is a place of its own. */
    private static boolean isElsewhere(PlacedHost one, PlacedHost other) {
        Esi segment = one.host().segment();
        return !segment.equals(other.host().segment())
                || segment.equals(EvpnRoute.NO_ESI) && !one.at().equals(other.at());
    }

    /** Among configurations: VNIs that mean two things, and targets that meet by accident. */
    public static List<Conflict> amongConfigs(Collection<SwitchConfig> configs) {
        List<SwitchConfig> sorted = configs.stream()
                .sorted(Comparator.comparing(SwitchConfig::name))
                .toList();
        List<Conflict> found = new ArrayList<>();
        Map<Vni, Use> uses = new LinkedHashMap<>();
        for (SwitchConfig config : sorted) {
            for (VlanConfig vlan : config.vlans()) {
                vlan.vni().ifPresent(vni -> use(uses, vni, new Use(config.name(), "VLAN " + vlan.vlan()), found));
            }
            for (VrfConfig vrf : config.vrfs()) {
                vrf.l3vni()
                        .ifPresent(
                                vni -> use(uses, vni, new Use(config.name(), "the L3VNI of VRF " + vrf.name()), found));
            }
        }
        found.addAll(collisions(sorted));
        return found;
    }

    private static void use(Map<Vni, Use> uses, Vni vni, Use use, List<Conflict> found) {
        Use first = uses.putIfAbsent(vni, use);
        if (first != null && !first.what().equals(use.what())) {
            found.add(new Conflict.VniUsedTwice(vni, first.at(), first.what(), use.at(), use.what()));
        }
    }

    /** An export listed by hand whose number is the VNI of another VRF that imports automatically, whatever the AS part. */
    private static List<Conflict> collisions(List<SwitchConfig> configs) {
        Map<RouteTarget, Export> listed = new LinkedHashMap<>();
        for (SwitchConfig config : configs) {
            for (VlanConfig vlan : config.vlans()) {
                vlan.vni().ifPresent(vni -> vlan.targets()
                        .exports()
                        .forEach(each -> listed.putIfAbsent(each, new Export(config.name(), vni))));
            }
            for (VrfConfig vrf : config.vrfs()) {
                vrf.l3vni().ifPresent(vni -> vrf.targets()
                        .exports()
                        .forEach(each -> listed.putIfAbsent(each, new Export(config.name(), vni))));
            }
        }
        Map<Vni, DeviceName> automatic = new LinkedHashMap<>();
        for (SwitchConfig config : configs) {
            for (VlanConfig vlan : config.vlans()) {
                vlan.vni()
                        .filter(_ -> vlan.targets().automatic())
                        .ifPresent(vni -> automatic.putIfAbsent(vni, config.name()));
            }
            for (VrfConfig vrf : config.vrfs()) {
                vrf.l3vni()
                        .filter(_ -> vrf.targets().automatic())
                        .ifPresent(vni -> automatic.putIfAbsent(vni, config.name()));
            }
        }
        List<Conflict> found = new ArrayList<>();
        listed.forEach((target, export) -> automatic.forEach((vni, at) -> {
            if (target.assigned() == vni.value() && !export.vni().equals(vni)) {
                found.add(new Conflict.TargetCollision(target, export.at(), export.vni(), at, vni));
            }
        }));
        return found;
    }
}
