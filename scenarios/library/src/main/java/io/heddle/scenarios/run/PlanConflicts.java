package io.heddle.scenarios.run;

import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.vrf.Conflict;
import io.heddle.evpn.vrf.Conflicts;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Esi;
import io.heddle.topology.fault.Fault;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.plan.Plan;
import java.util.List;

/** What of a plan contradicts itself, told with both claimants. */
final class PlanConflicts {

    private PlanConflicts() {}

    /**
     * Adds a fault for each conflict.
     *
     * @param listed the pods that were written out; generated ones cannot meet each other
     */
    static void check(Plan plan, List<Endpoint> listed, Faults faults) {
        Conflicts.amongConfigs(plan.config().switches()).forEach(each -> add(each, faults));
        Conflicts.amongHosts(BridgedHosts.of(plan, listed)).forEach(each -> add(each, faults));
    }

    private static void add(Conflict conflict, Faults faults) {
        Fault fault = fault(conflict);
        faults.add(fault.where(), fault.found(), fault.expected());
    }

    static Fault fault(Conflict conflict) {
        return switch (conflict) {
            case Conflict.AddressClaimedTwice each ->
                new Fault(
                        "address " + each.address() + " on VLAN " + each.vlan(),
                        each.firstMac() + " behind " + each.first() + " and " + each.secondMac() + " behind "
                                + each.second(),
                        "one claimant");
            case Conflict.MacOnTwoSegments each ->
                new Fault(
                        "MAC " + each.mac() + " on VLAN " + each.vlan(),
                        place(each.first(), each.firstSegment()) + " and " + place(each.second(), each.secondSegment()),
                        "one place");
            case Conflict.VniUsedTwice each ->
                new Fault(
                        "VNI " + each.vni(),
                        each.firstUse() + " on " + each.first() + " and " + each.secondUse() + " on " + each.second(),
                        "one use");
            case Conflict.TargetCollision each ->
                new Fault(
                        "route target " + each.target(),
                        "exported for VNI " + each.exported() + " on " + each.first()
                                + " and imported automatically into VNI " + each.imported() + " on " + each.second(),
                        "one VNI");
        };
    }

    private static String place(DeviceName device, Esi segment) {
        return segment.equals(EvpnRoute.NO_ESI)
                ? "behind " + device
                : "behind " + device + " (segment " + segment + ")";
    }
}
