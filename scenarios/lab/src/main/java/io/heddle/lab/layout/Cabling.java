package io.heddle.lab.layout;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.VlanId;
import io.heddle.render.InterfaceNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns cables into veth pairs: one a routed link, one a VLAN between two bridge ports. */
final class Cabling {

    /** Cables that one wire stands for. */
    private record Bundle(DeviceName a, String portA, DeviceName b, String portB, VlanId vlan) {}

    private final Draft draft;

    /** Names for ports whose own are too long with a VLAN behind. */
    private final Map<PortRef, String> shortened = new HashMap<>();

    private final Map<DeviceName, Integer> shortNames = new HashMap<>();

    Cabling(Draft draft) {
        this.draft = draft;
    }

    void plug() {
        Map<Bundle, List<Link>> bundles = new LinkedHashMap<>();
        for (Link each : draft.fabric.links()) {
            if (isRouted(each)) {
                add(new Wire(routed(each.a()), routed(each.b()), Optional.empty(), List.of(each), mtu(each)));
            } else {
                bundle(each, bundles);
            }
        }
        bundles.forEach(this::bridged);
    }

    private void add(Wire wire) {
        draft.plugs.add(wire.plug(draft.wires.size()));
        draft.wires.add(wire);
        draft.space(wire.a().device());
        draft.space(wire.b().device());
    }

    private boolean isRouted(Link link) {
        return routedPort(link.a()).isPresent() || routedPort(link.b()).isPresent();
    }

    private Optional<RoutedPort> routedPort(PortRef end) {
        List<RoutedPort> ports = draft.config
                .findSwitch(end.device())
                .map(SwitchConfig::routedPorts)
                .or(() -> draft.config.findNode(end.device()).map(NodeProgram::routedPorts))
                .orElse(List.of());
        return ports.stream().filter(each -> each.port().equals(end.port())).findFirst();
    }

    private Wire.End routed(PortRef end) {
        return new Wire.End(
                end.device(),
                draft.spaceName(end.device()),
                InterfaceNames.of(end.port()),
                end.port().value());
    }

    private int mtu(Link link) {
        return Math.min(
                routedPort(link.a()).map(RoutedPort::mtu).orElse(9216),
                routedPort(link.b()).map(RoutedPort::mtu).orElse(9216));
    }

    private void bundle(Link link, Map<Bundle, List<Link>> into) {
        Optional<Carried> a = Carried.by(draft, link.a());
        Optional<Carried> b = Carried.by(draft, link.b());
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        for (VlanId vlan : a.get().vlans()) {
            if (b.get().vlans().contains(vlan)) {
                Bundle bundle = new Bundle(
                        link.a().device(),
                        a.get().port(),
                        link.b().device(),
                        b.get().port(),
                        vlan);
                into.computeIfAbsent(bundle, _ -> new ArrayList<>(2)).add(link);
            }
        }
    }

    private void bridged(Bundle bundle, List<Link> cables) {
        Link first = cables.getFirst();
        boolean straight = first.a().device().equals(bundle.a());
        int mtu = Math.max(
                Carried.by(draft, first.a()).map(Carried::mtu).orElse(0),
                Carried.by(draft, first.b()).map(Carried::mtu).orElse(0));
        add(new Wire(
                bridged(straight ? first.a() : first.b(), bundle.portA(), bundle.vlan()),
                bridged(straight ? first.b() : first.a(), bundle.portB(), bundle.vlan()),
                Optional.of(bundle.vlan()),
                cables,
                mtu));
        draft.substitute(Substitution.Kind.VLAN);
        if (cables.size() > 1) {
            draft.substitute(Substitution.Kind.LAG);
        }
    }

    private Wire.End bridged(PortRef end, String port, VlanId vlan) {
        return new Wire.End(end.device(), space(end.device(), vlan), name(end, vlan), port);
    }

    /** On a switch the namespace of the VRF that the VLAN is routed in. */
    private String space(DeviceName device, VlanId vlan) {
        return draft.config
                .findSwitch(device)
                .map(each -> SwitchSpaces.spaceOf(draft, each, vlan).name())
                .orElseGet(() -> draft.spaceName(device));
    }

    private String name(PortRef end, VlanId vlan) {
        String plain = InterfaceNames.of(end.port()) + "." + vlan.value();
        if (plain.length() <= InterfaceNames.LONGEST) {
            return plain;
        }
        return shortened.computeIfAbsent(end, _ -> "port" + shortNames.merge(end.device(), 1, Integer::sum)) + "."
                + vlan.value();
    }
}
