package io.heddle.simulator.timeline;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;

/** What no two entries of a device share. */
public final class EntryKey {

    private EntryKey() {}

    private record RouteKey(VrfName vrf, Prefix prefix) {}

    private record MacKey(VlanId vlan, Mac mac) {}

    private record NeighborKey(VlanId vlan, IpAddress address) {}

    /** The key of an entry. Routes of the default VRF, the most of all, go by their bare prefix. */
    public static Object of(TableEntry entry) {
        return switch (entry) {
            case TableEntry.Route(var route) -> ofRoute(route.vrf(), route.prefix());
            case TableEntry.Fdb(var mac) -> new MacKey(mac.vlan(), mac.mac());
            case TableEntry.Neighbor(var each) -> new NeighborKey(each.vlan(), each.address());
            case TableEntry.Flood(var each) -> each;
            case TableEntry.Tunnel(var vtep) -> vtep;
        };
    }

    static Object ofRoute(VrfName vrf, Prefix prefix) {
        return vrf.equals(VrfName.DEFAULT) ? prefix : new RouteKey(vrf, prefix);
    }
}
