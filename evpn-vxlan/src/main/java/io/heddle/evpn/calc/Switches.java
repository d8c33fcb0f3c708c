package io.heddle.evpn.calc;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The switches that are there, and the VRFs they share. Single-threaded. */
final class Switches {

    private final SwitchNames names;
    private final SwitchSet none;
    private final Vteps vteps;
    /** By number. */
    private final List<@Nullable SwitchState> states = new ArrayList<>();

    private final Map<MacVrf.Key, MacVrf> macVrfs = new HashMap<>();
    private final Map<IpVrf.Key, IpVrf> ipVrfs = new HashMap<>();
    private final LongTable<List<MacVrf>> byVni = new LongTable<>();

    Switches(SwitchNames names, SwitchSet none, Vteps vteps) {
        this.names = names;
        this.none = none;
        this.vteps = vteps;
    }

    @Nullable
    SwitchState state(int number) {
        return number < states.size() ? states.get(number) : null;
    }

    List<MacVrf> ofVni(int vni) {
        List<MacVrf> found = byVni.get(vni);
        return found == null ? List.of() : found;
    }

    /** A switch with the VRFs of its configuration, found or made; it is not entered anywhere yet. */
    SwitchState describe(SwitchConfig config, VrfListener listener) {
        boolean active = config.vtep().isPresent() && config.bgp().isPresent();
        List<Vtep> own = new ArrayList<>();
        if (active) {
            Stream.concat(
                            Stream.of(config.vtep().orElseThrow().primary()),
                            config.vtep().orElseThrow().anycast().stream())
                    .distinct()
                    .forEach(each -> own.add(vteps.of(each)));
        }
        Map<Integer, MacVrf> macs = new TreeMap<>();
        LongTable<MacVrf> byVlan = new LongTable<>();
        Map<Integer, MacVrf> numbered = new TreeMap<>();
        for (VlanConfig each : config.vlans()) {
            MacVrf.Key key = new MacVrf.Key(each.vlan(), each.vni(), active, each.targets());
            MacVrf vrf = macVrfs.get(key);
            if (vrf == null) {
                vrf = new MacVrf(key, none);
                macVrfs.put(key, vrf);
                Optional<Vni> vni = active ? each.vni() : Optional.empty();
                if (vni.isPresent()) {
                    List<MacVrf> others = new ArrayList<>(ofVni(vni.get().value()));
                    others.add(vrf);
                    byVni.put(vni.get().value(), others);
                    listener.made(vrf);
                }
            }
            macs.put(each.vlan().value(), vrf);
            byVlan.put(each.vlan().value(), vrf);
            if (active && each.vni().isPresent()) {
                numbered.put(each.vni().get().value(), vrf);
            }
        }
        List<IpVrf> routed = new ArrayList<>();
        for (VrfConfig each : config.vrfs()) {
            if (!each.name().equals(VrfName.DEFAULT)) {
                IpVrf.Key key = new IpVrf.Key(each.name(), each.l3vni(), active, each.targets());
                IpVrf vrf = ipVrfs.get(key);
                if (vrf == null) {
                    vrf = new IpVrf(key, none);
                    ipVrfs.put(key, vrf);
                    if (active && each.l3vni().isPresent()) {
                        listener.made(vrf);
                    }
                }
                routed.add(vrf);
            }
        }
        return new SwitchState(
                names.number(config.name()), config, List.copyOf(own), macs, byVlan, numbered, List.copyOf(routed));
    }

    /** Told of VRFs that import and that no switch had before, or has any more. */
    interface VrfListener {

        void made(MacVrf vrf);

        void made(IpVrf vrf);

        void gone(MacVrf vrf);

        void gone(IpVrf vrf);
    }

    void enter(SwitchState state) {
        int number = state.number();
        while (states.size() <= number) {
            states.add(null);
        }
        states.set(number, state);
        state.macVrfs().values().forEach(each -> each.importers = each.importers.with(number));
        state.ipVrfs().forEach(each -> each.importers = each.importers.with(number));
        for (VlanConfig vlan : state.config().vlans()) {
            MacVrf vrf = state.ofVlan(vlan.vlan().value());
            if (vrf != null) {
                subnets(vlan).forEach(each -> vrf.subnets.merge(each, none.with(number), SwitchSet::or));
            }
        }
        for (IpVrf vrf : state.ipVrfs()) {
            connected(state, vrf).forEach((subnet, vlan) -> vrf.connected
                    .computeIfAbsent(subnet, _ -> new TreeMap<>())
                    .merge(vlan, none.with(number), SwitchSet::or));
        }
        for (Vtep each : state.vteps()) {
            each.own = each.own.with(number);
            each.update();
        }
    }

    void leave(SwitchState state) {
        int number = state.number();
        states.set(number, null);
        for (MacVrf vrf : state.macVrfs().values()) {
            vrf.importers = vrf.importers.without(number);
            vrf.subnets.replaceAll((_, at) -> at.without(number));
            vrf.subnets.values().removeIf(SwitchSet::isEmpty);
        }
        for (IpVrf vrf : state.ipVrfs()) {
            vrf.importers = vrf.importers.without(number);
            vrf.connected.values().forEach(each -> {
                each.replaceAll((_, at) -> at.without(number));
                each.values().removeIf(SwitchSet::isEmpty);
            });
            vrf.connected.values().removeIf(Map::isEmpty);
        }
        for (Vtep each : state.vteps()) {
            each.own = each.own.without(number);
            each.update();
        }
    }

    /** Forgets VRFs that no switch has any more; {@code listener} is told of those that imported. */
    void dropUnused(SwitchState left, VrfListener listener) {
        for (MacVrf vrf : left.macVrfs().values()) {
            if (vrf.importers.isEmpty() && macVrfs.remove(vrf.key, vrf)) {
                List<MacVrf> others = byVni.get(vrf.key.vni().map(Vni::value).orElse(0));
                if (others != null && others.remove(vrf)) {
                    listener.gone(vrf);
                }
            }
        }
        for (IpVrf vrf : left.ipVrfs()) {
            if (vrf.importers.isEmpty() && ipVrfs.remove(vrf.key, vrf)) {
                listener.gone(vrf);
            }
        }
    }

    /** The subnets of the VLAN's interface. A host-length address makes no connected route (rule 4.1), but covers itself. */
    static List<Prefix> subnets(VlanConfig vlan) {
        return vlan.svi().stream()
                .flatMap(svi -> Stream.concat(svi.own().stream(), svi.anycastGateway().stream()))
                .map(each -> Prefix.covering(each.address(), each.length()))
                .distinct()
                .toList();
    }

    /** The connected subnets of a VRF: the smallest VLAN where several share one. */
    static Map<Prefix, VlanId> connected(SwitchState state, IpVrf vrf) {
        Map<Prefix, VlanId> found = new TreeMap<>();
        for (VlanConfig vlan : state.config().vlans()) {
            if (vlan.svi().filter(svi -> svi.vrf().equals(vrf.key.name())).isPresent()) {
                subnets(vlan).stream()
                        .filter(each -> !each.isHost())
                        .forEach(each -> found.merge(each, vlan.vlan(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
            }
        }
        return found;
    }
}
