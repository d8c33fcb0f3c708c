package io.heddle.evpn.vrf;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity;
import io.heddle.evpn.community.PmsiTunnel;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.Irb;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a VTEP announces: types 1 and 4 for Ethernet segments, type 3 for each VNI, type 5 for the subnets of its VRFs, type 2 for its hosts (rule 6.1 of the stable state; RFC
 * 7432 sections 9 to 11, RFC 9135 section 5.1, RFC 9136 section 4.4.1). Route distinguishers are of type 1, made of the router id and the
 * VLAN, or for VRFs a number above every VLAN.
 */
public final class VtepOriginations {

    /** Distinguishers of VRFs count from here; VLANs are below. */
    private static final int FIRST_VRF = 4096;

    /** Those of Ethernet segments count from here. */
    private static final int FIRST_SEGMENT = 32_768;

    private final SwitchConfig config;
    private final Vtep vtep;
    private final BgpConfig bgp;
    private final Mac routerMac;

    private VtepOriginations(SwitchConfig config, Vtep vtep, BgpConfig bgp, Mac routerMac) {
        this.config = config;
        this.vtep = vtep;
        this.bgp = bgp;
        this.routerMac = routerMac;
    }

    /**
     * Of a switch; empty if it is no VTEP or speaks no BGP.
     *
     * @param routerMac the destination of routed traffic to it; switches that share a VTEP address share this too
     */
    public static Optional<VtepOriginations> of(SwitchConfig config, Mac routerMac) {
        return config.vtep()
                .flatMap(vtep -> config.bgp().map(bgp -> new VtepOriginations(config, vtep, bgp, routerMac)));
    }

    /** What it announces whoever lives on it: types 3 and 5. */
    public List<Announcement> standing() {
        List<Announcement> routes = new ArrayList<>();
        for (VlanConfig vlan : config.vlans()) {
            vlan.vni().ifPresent(vni -> routes.add(multicast(vlan, vni)));
        }
        for (int i = 0; i < config.vrfs().size(); i++) {
            VrfConfig vrf = config.vrfs().get(i);
            Vni l3vni = vrf.l3vni().orElse(null);
            if (vrf.advertiseSubnets() && l3vni != null && !vrf.name().equals(VrfName.DEFAULT)) {
                RouteDistinguisher distinguisher = RouteDistinguisher.of(bgp.routerId(), FIRST_VRF + i);
                for (Prefix each : subnets(vrf)) {
                    routes.add(subnet(distinguisher, vrf, l3vni, each));
                }
            }
        }
        return routes;
    }

    /**
     * What it announces while a port on an Ethernet segment is up: type 1 for the segment and for each VLAN with a VNI on the port, type 4
     * (RFC 7432 sections 8.2.1, 8.4.1, 8.1.1; RFC 8365 section 8.3: no label splits the horizon). Nothing for other ports.
     */
    public List<Announcement> segment(BridgePort port) {
        if (port.esi().isEmpty()) {
            return List.of();
        }
        Esi esi = port.esi().get();
        List<Announcement> routes = new ArrayList<>();
        List<RouteTarget> all = new ArrayList<>();
        for (VlanConfig vlan : config.vlans()) {
            boolean carried = port.tagged().contains(vlan.vlan())
                    || port.untagged().filter(vlan.vlan()::equals).isPresent();
            if (carried && vlan.vni().isPresent()) {
                Vni vni = vlan.vni().get();
                all.addAll(exported(vlan, vni));
                routes.add(new Announcement(
                        new EvpnRoute.EthernetAutoDiscovery(
                                distinguisher(vlan.vlan()), esi, EthernetTag.NONE, Label.of(vni)),
                        EvpnAttributes.vxlan(vtep.bridgedAddress(), exported(vlan, vni))));
            }
        }
        RouteDistinguisher own = RouteDistinguisher.of(
                bgp.routerId(), FIRST_SEGMENT + config.bridgePorts().indexOf(port));
        routes.add(new Announcement(
                new EvpnRoute.EthernetAutoDiscovery(own, esi, EthernetTag.MAX, Label.ZERO),
                EvpnAttributes.vxlan(vtep.bridgedAddress(), all, new EvpnCommunity.EsiLabel(false, Label.ZERO))));
        routes.add(new Announcement(
                new EvpnRoute.EthernetSegment(own, esi, vtep.bridgedAddress()),
                EvpnAttributes.vxlan(vtep.bridgedAddress(), List.of(), EvpnCommunity.EsImport.of(esi))));
        return routes;
    }

    private Announcement multicast(VlanConfig vlan, Vni vni) {
        IpAddress address = vtep.bridgedAddress();
        EvpnAttributes attributes = EvpnAttributes.vxlan(address, exported(vlan, vni))
                .withTunnel(PmsiTunnel.ingressReplication(Label.of(vni), address));
        return new Announcement(
                new EvpnRoute.InclusiveMulticast(distinguisher(vlan.vlan()), EthernetTag.NONE, address), attributes);
    }

    private Announcement subnet(RouteDistinguisher distinguisher, VrfConfig vrf, Vni l3vni, Prefix prefix) {
        return new Announcement(
                new EvpnRoute.IpPrefix(
                        distinguisher, EvpnRoute.NO_ESI, EthernetTag.NONE, prefix, Optional.empty(), Label.of(l3vni)),
                EvpnAttributes.vxlan(
                        vtep.routedAddress(), exported(vrf, l3vni), new EvpnCommunity.RouterMac(routerMac)));
    }

    private List<Prefix> subnets(VrfConfig vrf) {
        return config.vlans().stream()
                .flatMap(each -> each.svi().stream())
                .filter(svi -> svi.vrf().equals(vrf.name()))
                .flatMap(svi -> Stream.concat(svi.own().stream(), svi.anycastGateway().stream()))
                .map(each -> Prefix.covering(each.address(), each.length()))
                .filter(each -> !each.isHost())
                .distinct()
                .sorted()
                .toList();
    }

    /** What it announces for a host: its MAC, and where its VLAN has an interface here, each address with it. */
    public List<Announcement> host(VtepHost host) {
        VlanConfig vlan = config.vlans().stream()
                .filter(each -> each.vlan().equals(host.vlan()) && each.vni().isPresent())
                .findFirst()
                .orElse(null);
        if (vlan == null) {
            return List.of();
        }
        List<Announcement> routes = new ArrayList<>();
        Vni vni = vlan.vni().orElseThrow();
        routes.add(macIp(vlan, vni, host, Optional.empty(), Optional.empty()));
        Optional<VrfConfig> tenant = vlan.svi().flatMap(this::routedTenant);
        if (vlan.svi().isPresent()) {
            for (IpAddress each : host.addresses()) {
                routes.add(macIp(vlan, vni, host, Optional.of(each), tenant));
            }
        }
        return routes;
    }

    private Announcement macIp(
            VlanConfig vlan, Vni vni, VtepHost host, Optional<IpAddress> address, Optional<VrfConfig> tenant) {
        List<RouteTarget> targets = new ArrayList<>(exported(vlan, vni));
        List<EvpnCommunity> communities = new ArrayList<>();
        Optional<Vni> l3vni = tenant.flatMap(VrfConfig::l3vni);
        if (tenant.isPresent() && l3vni.isPresent()) {
            targets.addAll(exported(tenant.get(), l3vni.get()));
            communities.add(new EvpnCommunity.RouterMac(routerMac));
        }
        // RFC 7432 section 15: a host that never moved needs none, and FRR sends none.
        if (host.mobility().sequence() > 0 || host.mobility().sticky()) {
            communities.add(host.mobility());
        }
        return new Announcement(
                new EvpnRoute.MacIp(
                        distinguisher(vlan.vlan()),
                        host.segment(),
                        EthernetTag.NONE,
                        host.mac(),
                        address,
                        Label.of(vni),
                        l3vni.map(Label::of)),
                EvpnAttributes.vxlan(vtep.bridgedAddress(), targets, communities.toArray(EvpnCommunity[]::new)));
    }

    /** The VRF whose L3VNI goes with addresses, under symmetric IRB (RFC 9135 section 4). */
    private Optional<VrfConfig> routedTenant(VlanConfig.Svi svi) {
        return config.irb() != Irb.SYMMETRIC
                ? Optional.empty()
                : config.vrfs().stream()
                        .filter(each -> !each.name().equals(VrfName.DEFAULT)
                                && each.name().equals(svi.vrf())
                                && each.l3vni().isPresent())
                        .findFirst();
    }

    private RouteDistinguisher distinguisher(VlanId vlan) {
        return RouteDistinguisher.of(bgp.routerId(), vlan.value());
    }

    private List<RouteTarget> exported(VlanConfig vlan, Vni vni) {
        return TargetMatch.exported(vlan.targets(), bgp.asn(), vni);
    }

    private List<RouteTarget> exported(VrfConfig vrf, Vni l3vni) {
        return TargetMatch.exported(vrf.targets(), bgp.asn(), l3vni);
    }
}
