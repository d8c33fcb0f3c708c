package io.heddle.lab.layout;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Vni;
import java.util.Map;

/** The L3VNI of a tenant: a bridge with the router's MAC and a VXLAN device (symmetric IRB, RFC 9135 section 4). */
final class TenantRouting {

    /** Locally administered; then the switch's number in the fabric. */
    private static final long ROUTER_MACS = 0x02_48_4C_00_00_00L;

    private static final long SHARED_MACS = 0x02_48_4D_00_00_00L;

    private TenantRouting() {}

    static void add(
            Draft draft, SwitchConfig config, Vni l3vni, Space underlay, Space space, Map<String, Meaning> meanings) {
        String bridge = "l3br" + l3vni;
        String tunnel = "l3vx" + l3vni;
        meanings.put(bridge, new Meaning.Tenant(l3vni));
        meanings.put(tunnel, new Meaning.TenantTunnel(l3vni));
        SwitchVlans.bridge(draft, space, bridge, true);
        boolean primary = config.vtep().filter(Vtep::advertisePrimary).isPresent();
        space.ip("link set dev " + bridge + " address "
                + (primary ? new Mac(ROUTER_MACS | number(draft, config.name())) : sharedMac(draft, config)));
        SwitchVlans.tunnel(config, l3vni, tunnel, bridge, underlay, space);
        space.ip("link set dev " + bridge + " up");
        if (primary) {
            // FRR gives type 5 routes the primary address only where it sees that the MAC beside it is shared.
            String shared = SwitchVlans.above(bridge);
            SwitchVlans.macvlan(space, bridge, sharedMac(draft, config));
            space.ip("link set dev " + shared + " up");
        }
    }

    /** Leafs that share a VTEP address share the MAC, since a packet may reach either. */
    private static Mac sharedMac(Draft draft, SwitchConfig config) {
        boolean shared =
                config.vtep().filter(each -> each.anycast().isPresent()).isPresent();
        int number = number(draft, config.name());
        if (!shared || config.mlagPeer().isEmpty()) {
            return new Mac(ROUTER_MACS | number);
        }
        return new Mac(
                SHARED_MACS | Math.min(number, number(draft, config.mlagPeer().get())));
    }

    private static int number(Draft draft, DeviceName device) {
        for (int i = 0; i < draft.fabric.switches().size(); i++) {
            if (draft.fabric.switches().get(i).name().equals(device)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no switch " + device + " in fabric " + draft.fabric.name());
    }
}
