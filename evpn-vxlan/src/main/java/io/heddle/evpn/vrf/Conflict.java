package io.heddle.evpn.vrf;

import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;

/** Two intents that cannot both hold. Each names both claimants, the first in order before the second. */
public sealed interface Conflict {

    /** Two hosts, by their MACs, claim one address on a VLAN. */
    record AddressClaimedTwice(
            VlanId vlan, IpAddress address, DeviceName first, Mac firstMac, DeviceName second, Mac secondMac)
            implements Conflict {
        @Override
        public String toString() {
            return address + " on VLAN " + vlan + " is claimed by " + firstMac + " behind " + first + " and by "
                    + secondMac + " behind " + second;
        }
    }

    /** One MAC on two Ethernet segments, on one and outside of any, or outside of any ({@link EvpnRoute#NO_ESI}) behind two devices. */
    record MacOnTwoSegments(
            VlanId vlan, Mac mac, DeviceName first, Esi firstSegment, DeviceName second, Esi secondSegment)
            implements Conflict {
        @Override
        public String toString() {
            return mac + " on VLAN " + vlan + " is on segment " + firstSegment + " at " + first + " and on segment "
                    + secondSegment + " at " + second;
        }
    }

    /** One VNI means two things. Uses are in words, such as {@code VLAN 10} or {@code L3VNI of VRF red}. */
    record VniUsedTwice(Vni vni, DeviceName first, String firstUse, DeviceName second, String secondUse)
            implements Conflict {
        @Override
        public String toString() {
            return "VNI " + vni + " is " + firstUse + " on " + first + " and " + secondUse + " on " + second;
        }
    }

    /** What is exported for one VNI is imported for another, though nobody asked for that by listing the target there. */
    record TargetCollision(RouteTarget target, DeviceName first, Vni exported, DeviceName second, Vni imported)
            implements Conflict {
        @Override
        public String toString() {
            return "route target " + target + " of VNI " + exported + " on " + first
                    + " is imported automatically into VNI " + imported + " on " + second;
        }
    }
}
