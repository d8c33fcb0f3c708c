package io.heddle.evpn.calc;

import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.vrf.DuplicateDetection;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.SwitchTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The incremental engine: inputs in, differences out. It serves one switch as well as a whole fabric; what switches share is stored and
 * worked out once, and a difference says for which switches it is.
 *
 * <p>Cost: a route or host that changes touches a handful of keys, each worked out in time that depends on the paths under it and, by one bit a
 * switch, on the fabric. A change of configuration touches every key of the switch's VRFs. Memory per type 2 route: about 250 bytes for the fabric,
 * whatever the number of switches. Single-threaded.
 */
public final class EvpnCalc {

    private final SwitchNames names = new SwitchNames();
    private final SwitchSet none = SwitchSet.none(names);
    private final Vteps vteps = new Vteps(none);
    private final Targets targets = new Targets();
    private final LocalHosts locals = new LocalHosts(none);
    private final Switches switches = new Switches(names, none, vteps);
    private final Tally tally = new Tally(none);
    private final Frozen frozen = new Frozen(none);
    private final MacCalculator macs = new MacCalculator(locals, frozen);
    private final NeighborCalculator neighbors = new NeighborCalculator(locals, macs);
    private final RouteCalculator prefixes = new RouteCalculator(macs, switches::state, switches::ofVni);
    private final Duplicates duplicates;
    private final Pending pending;
    private final Segments segments = new Segments(vteps, targets);
    private final Routes routes;
    private final VrfImports imports;
    private final List<SwitchState> left = new ArrayList<>();

    /** Without looking for MACs that are used twice. */
    public EvpnCalc() {
        this(null);
    }

    /**
     * Looking for MACs that are used twice, on each switch for itself.
     *
     * @param detection null for none
     */
    public EvpnCalc(@Nullable DuplicateDetection detection) {
        duplicates = new Duplicates(detection, frozen);
        pending = new Pending(macs, neighbors, prefixes, tally, duplicates);
        routes = new Routes(vteps, targets, segments, pending, locals);
        imports = new VrfImports(targets, routes);
    }

    /** Takes one input. Returns what became different, in an order that is safe to carry out. */
    public List<TableChange> apply(Input input) {
        take(input);
        return settled();
    }

    /** Takes all inputs at once; what several of them changed is different once. */
    public List<TableChange> applyAll(Iterable<? extends Input> inputs) {
        inputs.forEach(this::take);
        return settled();
    }

    private List<TableChange> settled() {
        List<TableChange> changes = pending.settle();
        if (!left.isEmpty()) {
            changes = Moved.reconciled(changes);
        }
        left.forEach(each -> switches.dropUnused(each, imports));
        left.clear();
        return Sequencer.ordered(changes);
    }

    /** What a switch holds now: a view that follows what comes. Empty if the switch is not there. */
    public Optional<SwitchTables> tables(DeviceName device) {
        int number = names.find(device);
        return number < 0 || switches.state(number) == null
                ? Optional.empty()
                : Optional.of(new CalculatedTables(
                        number, () -> switches.state(number), locals, tally, macs, neighbors, prefixes));
    }

    /** Who forwards what is flooded to a segment, by the type 4 routes that are there; empty if nobody announces it. */
    public Optional<IpAddress> designatedForwarder(Esi segment, EthernetTag tag) {
        return segments.of(segment).forwarder(tag);
    }

    /**
     * The MACs that switches have found to be used twice and nobody has settled since, in the order in which they were found: for a
     * person to see to. A switch that freezes them does not announce them either.
     */
    public List<DuplicateMac> duplicates() {
        return duplicates.found().stream()
                .map(each -> new DuplicateMac(names.name(each.at()), new VlanId(each.vlan()), new Mac(each.mac())))
                .toList();
    }

    private void take(Input input) {
        switch (input) {
            case Input.RouteThere each -> routes.set(each.route(), each.attributes());
            case Input.RouteGone each -> routes.set(each.route(), null);
            case Input.HostThere each -> {
                LocalHost host = new LocalHost(
                        names.number(each.at()),
                        each.vlan().value(),
                        each.mac(),
                        each.port(),
                        each.addresses(),
                        Rank.of(each.mobility()));
                setHost(host.at(), host.vlan(), host.mac().bits(), host);
            }
            case Input.HostGone each ->
                setHost(names.number(each.at()), each.vlan().value(), each.mac().bits(), null);
            case Input.Reachable each -> setReachable(each);
            case Input.Now each -> duplicates.now(each.nanos(), this::touchAll);
            case Input.DuplicateSettled each ->
                duplicates.settle(
                        new MacAt(
                                names.number(each.at()),
                                each.vlan().value(),
                                each.mac().bits()),
                        this::touchAll);
            case Input.SwitchThere each -> {
                remove(each.config().name());
                SwitchState state = switches.describe(each.config(), imports);
                touchAll(state);
                switches.enter(state);
            }
            case Input.SwitchGone each -> {
                remove(each.device());
                duplicates.forget(names.number(each.device()), this::touchAll);
            }
        }
    }

    private void remove(DeviceName device) {
        SwitchState state = switches.state(names.number(device));
        if (state != null) {
            touchAll(state);
            switches.leave(state);
            left.add(state);
        }
    }

    /** Every key of the VRFs of a switch, those included that only it will have, and of paths through it. */
    private void touchAll(SwitchState state) {
        for (MacVrf vrf : state.macVrfs().values()) {
            int vlan = vrf.key.vlan().value();
            vrf.macs.forEachKey(each -> pending.touch(vrf, each));
            // A subnet that comes with this switch has no covered addresses touched otherwise.
            vrf.addresses.forEach(each -> pending.touchNeighbor(vrf, each));
            vrf.flood.keySet().forEach(each -> pending.touch(vrf, each));
            LongTable<LocalHost> here = locals.on(state.number(), vlan);
            for (long mac : here == null ? new long[0] : here.sortedKeys()) {
                pending.touch(vrf, mac);
                LocalHost local = locals.at(state.number(), vlan, mac);
                if (local != null) {
                    local.addresses().forEach(each -> pending.touchNeighbor(vrf, each));
                }
                routes.touchMac(mac);
            }
        }
        for (IpVrf vrf : state.ipVrfs()) {
            vrf.hosts.forEach(each -> pending.touchHost(vrf, each));
            vrf.subnets.keySet().forEach(each -> pending.touch(vrf, each));
            vrf.connected.keySet().forEach(each -> pending.touch(vrf, each));
            Switches.connected(state, vrf).keySet().forEach(each -> pending.touch(vrf, each));
        }
        state.vteps().forEach(routes::touch);
    }

    /** Every key of a MAC that a switch is about to listen to again. */
    private void touchAll(MacAt mac) {
        SwitchState state = switches.state(mac.at());
        MacVrf vrf = state == null ? null : state.ofVlan(mac.vlan());
        if (vrf != null) {
            pending.touch(vrf, mac.mac());
            LocalHost local = locals.at(mac.at(), mac.vlan(), mac.mac());
            if (local != null) {
                local.addresses().forEach(each -> pending.touch(vrf, each));
            }
            routes.touchMac(mac.mac());
        }
    }

    private void setHost(int at, int vlan, long mac, @Nullable LocalHost fresh) {
        LocalHost old = locals.at(at, vlan, mac);
        SwitchState state = switches.state(at);
        MacVrf vrf = state == null ? null : state.ofVlan(vlan);
        if (vrf != null) {
            pending.touch(vrf, mac);
            for (LocalHost host : new @Nullable LocalHost[] {old, fresh}) {
                for (IpAddress each : host == null ? List.<IpAddress>of() : host.addresses()) {
                    pending.touch(vrf, each);
                }
            }
            routes.touchMac(mac);
        }
        if (old != null) {
            locals.remove(old);
        }
        if (fresh != null) {
            locals.add(fresh);
        }
    }

    private void setReachable(Input.Reachable input) {
        Vtep vtep = vteps.of(input.vtep());
        SwitchSet changed = vtep.reachable;
        for (DeviceName each : input.from()) {
            int number = names.number(each);
            changed = input.reachable() ? changed.with(number) : changed.without(number);
        }
        if (!changed.equals(vtep.reachable)) {
            routes.touch(vtep);
            vtep.reachable = changed;
            vtep.update();
        }
    }
}
