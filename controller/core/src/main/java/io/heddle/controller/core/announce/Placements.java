package io.heddle.controller.core.announce;

import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** What is wrong with the wants of a fabric taken together, each of which alone is sound. */
public final class Placements {

    /** Something that must not be announced. */
    public sealed interface Problem {

        /**
         * A switch would pass on a prefix whose next hop is not at its own ports: the others then balance over it, and it sends back to
         * them. Either only the switches at the next hop are told, or all are with NO_ADVERTISE.
         */
        record PassedOnFromAfar(Prefix prefix, DeviceName device, IpAddress nextHop) implements Problem {
            @Override
            public String toString() {
                return prefix + " at " + device + " by way of " + nextHop + ", which is not at its ports: " + device
                        + " would pass it on and loop; expected NO_ADVERTISE, or another switch";
            }
        }

        /** A prefix that every switch keeps to itself is missing at one, which has no way to it. */
        record KeptButMissing(Prefix prefix, DeviceName device) implements Problem {
            @Override
            public String toString() {
                return prefix + " is told with NO_ADVERTISE, and not to " + device + ", which then has no way to it";
            }
        }

        /** One MAC at two VTEPs, and no segment that joins them: its mobility sequence would climb for ever. */
        record TwoOrigins(Mac mac, Vni vni, SortedSet<IpAddress> vteps) implements Problem {
            @Override
            public String toString() {
                return mac + " of VNI " + vni + " at several VTEPs: " + vteps;
            }
        }
    }

    private record Host(Mac mac, Vni vni) {}

    private final BiPredicate<DeviceName, IpAddress> attached;
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<Prefix, SortedSet<DeviceName>> told = new TreeMap<>();
    private final SortedSet<Prefix> passedOn = new TreeSet<>();
    private final SortedMap<Host, SortedSet<IpAddress>> origins =
            new TreeMap<>(Comparator.comparing(Host::mac).thenComparing(Host::vni));

    private Placements(BiPredicate<DeviceName, IpAddress> attached) {
        this.attached = attached;
    }

    /**
     * In the order of switches, prefixes and hosts, kind by kind.
     *
     * @param fabric every switch that forwards
     * @param attached whether an address is at a switch's own ports
     * @param others the MACs that switches announce by themselves
     */
    public static List<Problem> problems(
            Collection<Wanted> wants,
            Collection<DeviceName> fabric,
            BiPredicate<DeviceName, IpAddress> attached,
            Collection<HostOrigin> others) {
        Placements all = new Placements(attached);
        wants.stream().sorted(Comparator.comparing(Wanted::device)).forEach(all::take);
        all.findMissing(new TreeSet<>(fabric));
        for (HostOrigin each : others) {
            all.origins.computeIfPresent(new Host(each.mac(), each.vni()), (_, vteps) -> {
                vteps.add(each.vtep());
                return vteps;
            });
        }
        all.findDoubles();
        return List.copyOf(all.problems);
    }

    private void take(Wanted wanted) {
        for (Announcement each : wanted.routes().values()) {
            switch (each) {
                case Announcement.Unicast route -> take(wanted.device(), route);
                case Announcement.Evpn route -> take(route);
            }
        }
    }

    private void take(DeviceName device, Announcement.Unicast route) {
        told.computeIfAbsent(route.prefix(), _ -> new TreeSet<>()).add(device);
        if (!route.isKept()) {
            passedOn.add(route.prefix());
            if (!attached.test(device, route.nextHop())) {
                problems.add(new Problem.PassedOnFromAfar(route.prefix(), device, route.nextHop()));
            }
        }
    }

    private void take(Announcement.Evpn route) {
        if (route.route() instanceof EvpnRoute.MacIp host && host.segment().equals(EvpnRoute.NO_ESI)) {
            host.label().vni().ifPresent(vni -> origins.computeIfAbsent(new Host(host.mac(), vni), _ -> new TreeSet<>())
                    .add(route.nextHop()));
        }
    }

    private void findMissing(SortedSet<DeviceName> fabric) {
        told.forEach((prefix, devices) -> {
            if (!passedOn.contains(prefix)) {
                fabric.stream()
                        .filter(each -> !devices.contains(each))
                        .forEach(each -> problems.add(new Problem.KeptButMissing(prefix, each)));
            }
        });
    }

    private void findDoubles() {
        origins.forEach((host, vteps) -> {
            if (vteps.size() > 1) {
                problems.add(new Problem.TwoOrigins(host.mac(), host.vni(), vteps));
            }
        });
    }
}
