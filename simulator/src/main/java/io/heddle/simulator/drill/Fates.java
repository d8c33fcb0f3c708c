package io.heddle.simulator.drill;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.device.Overflow;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Timeline;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What happened to each thing in a timeline, as a number: equal numbers mean that the same happened to both at the same times. 64 bits are
 * mixed, so that two histories are taken for one with a chance of about 2⁻⁶⁴ a pair.
 */
final class Fates {

    private final Fabric fabric;
    private final Map<DeviceName, Long> devices = new HashMap<>();
    private final Map<Prefix, Long> prefixes = new HashMap<>();
    private final Map<IpAddress, Long> addresses = new HashMap<>();
    private final Map<Mac, Long> macs = new HashMap<>();
    private final Set<Integer> lengths = new TreeSet<>();

    Fates(Timeline timeline) {
        fabric = timeline.fabric();
        timeline.moments().forEach(this::add);
    }

    private void add(Moment moment) {
        long at = mix(moment.at().nanos());
        switch (moment.change()) {
            case Change.TablesChanged change -> {
                long where = mix(at + hash(change.device()));
                change.put().forEach(each -> add(each, where));
                change.removed().forEach(each -> add(each, ~where));
                if (fabric.findNode(change.device()).isPresent()) {
                    // Its own packets follow these; nobody else's do.
                    add(devices, change.device(), where);
                }
            }
            case Change.PartsDown(Outage parts) -> add(parts, at);
            case Change.PartsUp(Outage parts) -> add(parts, ~at);
            case Change.PortOut(PortRef port) -> add(port, mix(at + 1));
            case Change.PortIn(PortRef port) -> add(port, mix(at + 2));
            case Change.SessionDown session -> {
                add(devices, session.at(), mix(at + 3) + hash(session.peer()));
                add(devices, session.peer(), mix(at + 4) + hash(session.at()));
            }
            case Change.SessionUp session -> {
                add(devices, session.at(), mix(at + 5) + hash(session.peer()));
                add(devices, session.peer(), mix(at + 6) + hash(session.at()));
            }
            case Change.PodsCame(var pods) -> pods.forEach(each -> add(each, mix(at + 7)));
            case Change.PodsWent(var pods) -> pods.forEach(each -> add(each, mix(at + 8)));
            case Change.NotWritten missing -> {
                if (missing.overflow().action() == Overflow.Action.PUNT_TO_CPU) {
                    add(missing.entry(), mix(at + hash(missing.device()) + 14));
                }
            }
            case Change.RoutingChanged _, Change.Remark _ -> {}
        }
    }

    private void add(TableEntry entry, long what) {
        switch (entry) {
            case TableEntry.Route(var route) -> {
                add(prefixes, route.prefix(), what + route.nextHops().size());
                lengths.add(route.prefix().length());
            }
            case TableEntry.Fdb(var mac) -> add(macs, mac.mac(), mix(what + 9));
            case TableEntry.Neighbor(var neighbor) -> add(addresses, neighbor.address(), mix(what + 10));
            case TableEntry.Flood _, TableEntry.Tunnel _ -> {}
        }
    }

    /** Of a cable's fate, each end has a share, with the device at the other end. */
    private void add(Outage parts, long what) {
        parts.devices().forEach(each -> add(devices, each, mix(what + 11)));
        for (Link each : parts.links()) {
            add(devices, each.a().device(), mix(what + 12) + hash(each.b().device()));
            add(devices, each.b().device(), mix(what + 12) + hash(each.a().device()));
        }
    }

    private void add(PortRef port, long what) {
        add(devices, port.device(), what);
        fabric.farEnd(port).ifPresent(far -> add(devices, far.device(), mix(what + 13) + hash(port.device())));
    }

    private void add(Endpoint pod, long what) {
        add(macs, pod.mac(), what);
        pod.ipv4().ifPresent(each -> add(addresses, each, what));
        pod.ipv6().ifPresent(each -> add(addresses, each, what));
    }

    /** Sums, so that the order within one time leaves no trace. */
    private static <T> void add(Map<T, Long> fates, T thing, long what) {
        fates.merge(thing, mix(what), Long::sum);
    }

    long of(DeviceName device) {
        return devices.getOrDefault(device, 0L);
    }

    long of(Mac mac) {
        return macs.getOrDefault(mac, 0L);
    }

    /** Of an address and of every prefix that covers it. */
    long of(IpAddress address) {
        long fate = addresses.getOrDefault(address, 0L);
        for (int each : lengths) {
            if (each <= address.family().bits()) {
                fate += mix(prefixes.getOrDefault(Prefix.covering(address, each), 0L) + each);
            }
        }
        return fate;
    }

    static long hash(DeviceName device) {
        long hash = 1;
        String name = device.value();
        for (int i = 0; i < name.length(); i++) {
            hash = hash * 1_000_003 + name.charAt(i);
        }
        return mix(hash);
    }

    /** A bijection of 64 bits that spreads every bit over all (the finaliser of SplitMix64). */
    static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
