package io.heddle.test.reference;

import io.heddle.model.config.Irb;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The EVPN routes of one VTEP (rule 6.1). */
final class EvpnOriginations {

    private final SwitchConfig device;
    private final Asn ownAs;
    private final Vtep vtep;
    private final Layer2 layer2;
    private final Hosts hosts;
    private final List<EvpnRoute> routes = new ArrayList<>();

    private EvpnOriginations(SwitchConfig device, Asn ownAs, Vtep vtep, Layer2 layer2, Hosts hosts) {
        this.device = device;
        this.ownAs = ownAs;
        this.vtep = vtep;
        this.layer2 = layer2;
        this.hosts = hosts;
    }

    static List<EvpnRoute> of(SwitchConfig device, Asn ownAs, Vtep vtep, Layer2 layer2, Hosts hosts) {
        EvpnOriginations made = new EvpnOriginations(device, ownAs, vtep, layer2, hosts);
        device.vlans().forEach(vlan -> vlan.vni().ifPresent(vni -> made.addVlan(vlan, vni)));
        tenants(device).forEach(vrf -> vrf.l3vni().ifPresent(l3vni -> made.addSubnets(vrf, l3vni)));
        return made.routes;
    }

    static List<VrfConfig> tenants(SwitchConfig device) {
        return device.vrfs().stream()
                .filter(each -> !each.name().equals(VrfName.DEFAULT))
                .toList();
    }

    private void addVlan(VlanConfig vlan, Vni vni) {
        Set<RouteTarget> targets = Targets.exported(vlan.targets(), ownAs, vni);
        routes.add(new EvpnRoute.Multicast(vtep.bridgedAddress(), targets));
        List<Host> announced = device.multihoming()
                ? hosts.attachedTo(device.name(), vlan.vlan())
                : hosts.localTo(device.name(), vlan.vlan());
        announced.forEach(host -> addHost(vlan, host, targets));
    }

    private void addHost(VlanConfig vlan, Host host, Set<RouteTarget> targets) {
        Optional<Esi> esi = device.multihoming()
                ? layer2.bridgePortTowards(host.node(), device.name(), vlan.vlan())
                        .esi()
                : Optional.empty();
        routes.add(new EvpnRoute.MacIp(
                vlan.vlan(), host.mac(), Optional.empty(), esi, Optional.empty(), vtep.bridgedAddress(), targets));
        if (vlan.svi().isEmpty()) {
            return;
        }
        Optional<VrfConfig> tenant = routedTenant(vlan.svi().get());
        Set<RouteTarget> all = new TreeSet<>(targets);
        tenant.ifPresent(vrf ->
                all.addAll(Targets.exported(vrf.targets(), ownAs, vrf.l3vni().orElseThrow())));
        for (IpAddress address : host.addresses()) {
            routes.add(new EvpnRoute.MacIp(
                    vlan.vlan(),
                    host.mac(),
                    Optional.of(address),
                    esi,
                    tenant.flatMap(VrfConfig::l3vni),
                    vtep.bridgedAddress(),
                    all));
        }
    }

    /** The tenant whose L3VNI the SVI's hosts are announced with, under symmetric IRB. */
    private Optional<VrfConfig> routedTenant(VlanConfig.Svi svi) {
        return device.irb() != Irb.SYMMETRIC
                ? Optional.empty()
                : tenants(device).stream()
                        .filter(each ->
                                each.name().equals(svi.vrf()) && each.l3vni().isPresent())
                        .findFirst();
    }

    private void addSubnets(VrfConfig vrf, Vni l3vni) {
        if (vrf.advertiseSubnets()) {
            for (Prefix subnet : ConnectedRoutes.sviSubnets(device, vrf.name())) {
                routes.add(new EvpnRoute.Subnet(
                        subnet, vtep.routedAddress(), Targets.exported(vrf.targets(), ownAs, l3vni)));
            }
        }
    }
}
