package io.heddle.controller.onos.pipeline;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.tables.SwitchTables;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The wiring of every switch of a fabric. Router MACs follow from the switches' names, since Heddle gives them out; MACs of nodes are
 * observed.
 */
public final class FabricWiring {

    /** The first number of a tunnel's port; front ports have lower ones. */
    static final int FIRST_TUNNEL = 0x4000;

    private final Fabric fabric;
    private final Map<PortRef, Mac> observed;
    private final Map<DeviceName, Mac> routerMacs = new HashMap<>();
    private final Map<IpAddress, Mac> vtepRouters = new TreeMap<>();
    private final SharedBonds bonds;

    private FabricWiring(Fabric fabric, NetworkConfig config, Map<PortRef, Mac> observed) {
        this.fabric = fabric;
        this.observed = Map.copyOf(observed);
        bonds = new SharedBonds(fabric, config);
        Map<Mac, DeviceName> taken = new HashMap<>();
        for (Switch each : fabric.switches()) {
            Mac mac = routerMac(each.name());
            DeviceName other = taken.put(mac, each.name());
            if (other != null) {
                throw new IllegalArgumentException(
                        "switches " + other + " and " + each.name() + " come to the same router MAC " + mac);
            }
            routerMacs.put(each.name(), mac);
        }
        for (SwitchConfig each : config.switches()) {
            each.vtep().ifPresent(vtep -> vteps(vtep, routerMac(each.name())));
        }
    }

    /**
     * The wiring of a fabric.
     *
     * @param observed MACs of nodes and external routers at their ports, as far as they are known
     */
    public static FabricWiring of(Fabric fabric, NetworkConfig config, Map<PortRef, Mac> observed) {
        return new FabricWiring(fabric, config, observed);
    }

    /** 40 bits of the name's FNV-1a behind a locally administered 02. */
    public static Mac routerMac(DeviceName device) {
        long hash = 0xCBF2_9CE4_8422_2325L;
        for (byte each : device.value().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ each & 0xFF) * 0x100_0000_01B3L;
        }
        return new Mac(0x0200_0000_0000L | hash >>> 24);
    }

    /** Either leaf of a pair routes what comes to their shared address, whatever MAC it has. */
    private void vteps(Vtep vtep, Mac mac) {
        vtepRouters.put(vtep.primary(), mac);
        vtep.anycast().ifPresent(each -> vtepRouters.merge(each, mac, (a, b) -> a.compareTo(b) < 0 ? a : b));
    }

    /** The wiring of one switch, with nothing broken. */
    public Wiring of(DeviceName device, Map<IpAddress, Integer> tunnels) {
        return of(device, tunnels, Outage.NONE);
    }

    /**
     * The wiring of one switch.
     *
     * @param tunnels the numbers of tunnel ports, see {@link #tunnels}
     * @param outage in which other halves of shared bonds may be cut
     */
    public Wiring of(DeviceName device, Map<IpAddress, Integer> tunnels, Outage outage) {
        Switch found = fabric.findSwitch(device)
                .orElseThrow(() -> new IllegalArgumentException(device + " is no switch of " + fabric.name()));
        Map<PortName, Integer> ports = new TreeMap<>();
        Map<PortName, Mac> adjacent = new TreeMap<>();
        for (Port each : found.ports()) {
            ports.put(each.name(), each.number());
            PortRef here = new PortRef(device, each.name());
            fabric.linkAt(here).ifPresent(link -> beyond(link, here, adjacent));
        }
        return new Wiring(
                routerMacs.getOrDefault(device, routerMac(device)),
                ports,
                tunnels,
                adjacent,
                vtepRouters,
                bonds.of(device, outage));
    }

    private void beyond(Link link, PortRef here, Map<PortName, Mac> adjacent) {
        PortRef there = link.otherEnd(here);
        Mac mac = routerMacs.getOrDefault(there.device(), observed.get(there));
        if (mac != null) {
            adjacent.put(here.port(), mac);
        }
    }

    /** Numbers for the VTEPs of a plan, known before any table names them: the same at every controller and after every start. */
    public static Map<IpAddress, Integer> planned(NetworkConfig config) {
        Map<IpAddress, Integer> numbers = new TreeMap<>();
        for (SwitchConfig each : config.switches()) {
            each.vtep().ifPresent(vtep -> {
                numbers.put(vtep.primary(), 0);
                vtep.anycast().ifPresent(shared -> numbers.put(shared, 0));
            });
        }
        int[] next = {FIRST_TUNNEL};
        numbers.replaceAll((_, _) -> next[0]++);
        return numbers;
    }

    /**
     * Numbers for the ports to the VTEPs that {@code tables} name. A VTEP keeps the number it had; a new one takes the lowest that is free,
     * so that rules that stay are not touched.
     */
    public static Map<IpAddress, Integer> tunnels(SwitchTables tables, Map<IpAddress, Integer> before) {
        Map<IpAddress, Integer> numbers = new TreeMap<>();
        tables.remoteVteps().filter(before::containsKey).forEach(each -> numbers.put(each, before.get(each)));
        int[] next = {FIRST_TUNNEL};
        tables.remoteVteps().filter(each -> !before.containsKey(each)).sorted().forEach(each -> {
            while (numbers.containsValue(next[0]) || before.containsValue(next[0])) {
                next[0]++;
            }
            numbers.put(each, next[0]++);
        });
        return numbers;
    }
}
