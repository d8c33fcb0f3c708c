package io.heddle.simulator.stable;

import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The default VRF of every switch (section 4): local routes per switch, BGP routes shared by class. Immutable once built. */
final class Underlay {

    private final List<Bundle> bundles;
    private final List<ClassPrefixes> classes;
    private final PrefixIndex index;
    private final int[][] rows;
    private final HopGroups[] groups;
    private final NextHops nextHops;
    private final List<Map<Prefix, RouteEntry>> local;
    private final int[] coreOfSwitch;

    Underlay(
            CoreGraph core,
            List<Bundle> bundles,
            int[][] rows,
            HopGroups[] groups,
            NextHops nextHops,
            List<Map<Prefix, RouteEntry>> local) {
        this.bundles = bundles;
        this.rows = rows;
        this.groups = groups;
        this.nextHops = nextHops;
        this.local = local;
        index = new PrefixIndex(bundles);
        classes = ClassPrefixes.of(bundles);
        coreOfSwitch = new int[local.size()];
        Arrays.fill(coreOfSwitch, -1);
        for (int i = 0; i < core.routers.length; i++) {
            if (core.routers[i].switchNumber() >= 0) {
                coreOfSwitch[core.routers[i].switchNumber()] = i;
            }
        }
    }

    /** Every class that has prefixes. */
    List<ClassPrefixes> classes() {
        return classes;
    }

    /** The default VRF's routes of a switch that are not BGP's. */
    Map<Prefix, RouteEntry> local(int switchNumber) {
        return local.get(switchNumber);
    }

    /** The group number of a class's prefixes on a switch; {@link HopGroups#NONE} without BGP. */
    int group(int switchNumber, RouteClass routeClass) {
        int router = coreOfSwitch[switchNumber];
        return router < 0 ? HopGroups.NONE : rows[routeClass.number()][router];
    }

    /** Whether next hops of a group differ from stub to stub. */
    boolean dependsOnStub(int switchNumber, int group) {
        return groups[coreOfSwitch[switchNumber]].group(group).dependsOnStub();
    }

    List<NextHop> nextHops(int switchNumber, int group, @Nullable Router stub) {
        int router = coreOfSwitch[switchNumber];
        return nextHops.of(router, groups[router].group(group).hops(), stub);
    }

    private RouteSource source(int switchNumber, int group) {
        return groups[coreOfSwitch[switchNumber]].group(group).source();
    }

    /** The bundle that has a prefix, or null. */
    @Nullable
    Bundle bundleOf(Prefix prefix) {
        int found = index.find(prefix);
        return found == PrefixIndex.ABSENT ? null : bundles.get(found);
    }

    @Nullable
    RouteEntry route(int switchNumber, Prefix prefix) {
        RouteEntry own = local.get(switchNumber).get(prefix);
        if (own != null) {
            return own;
        }
        Bundle bundle = bundleOf(prefix);
        int group = bundle == null ? HopGroups.NONE : group(switchNumber, bundle.routeClass());
        if (bundle == null || group <= HopGroups.ORIGINATED) {
            return null;
        }
        return new RouteEntry(
                VrfName.DEFAULT, prefix, source(switchNumber, group), nextHops(switchNumber, group, bundle.stub()));
    }

    @Nullable
    RouteEntry longestMatch(int switchNumber, IpAddress address) {
        for (int length = address.family().bits(); length >= 0; length--) {
            Prefix prefix = Prefix.covering(address, length);
            RouteEntry found = index.has(address.family(), length)
                    ? route(switchNumber, prefix)
                    : local.get(switchNumber).get(prefix);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Rule 6.3: whether a VTEP can be reached. */
    boolean reaches(int switchNumber, IpAddress vtep) {
        RouteEntry route = longestMatch(switchNumber, vtep);
        return route != null
                && route.prefix().length() > 0
                && !(route.nextHops().getFirst() instanceof NextHop.Discard);
    }

    Stream<RouteEntry> routes(int switchNumber) {
        Map<Prefix, RouteEntry> own = local.get(switchNumber);
        Stream<RouteEntry> learned = bundles.stream().flatMap(bundle -> {
            int group = group(switchNumber, bundle.routeClass());
            if (group <= HopGroups.ORIGINATED) {
                return Stream.empty();
            }
            RouteSource source = source(switchNumber, group);
            List<NextHop> hops = nextHops(switchNumber, group, bundle.stub());
            return IntStream.range(0, bundle.prefixes().size())
                    .mapToObj(bundle.prefixes()::get)
                    .filter(prefix -> !own.containsKey(prefix))
                    .map(prefix -> new RouteEntry(VrfName.DEFAULT, prefix, source, hops));
        });
        return Stream.concat(own.values().stream(), learned);
    }
}
