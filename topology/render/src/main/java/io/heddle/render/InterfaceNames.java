package io.heddle.render;

import io.heddle.model.fabric.PortName;
import io.heddle.model.net.VlanId;

/**
 * Names of interfaces under Linux, which has 15 characters for them and no {@code /}; {@code :} and {@code .} mean aliases and VLANs to
 * tools. A port name that fits is kept; {@code ethernet1/1/1} becomes {@code eth1-1-1}. Of what is still too long
 * the end is kept, where the numbers are.
 */
public final class InterfaceNames {

    /** IFNAMSIZ without the closing zero. */
    public static final int LONGEST = 15;

    private InterfaceNames() {}

    public static String of(PortName port) {
        return of(port.value());
    }

    /** Of a bridge port: a bond or a single port. */
    public static String of(String name) {
        String flat = name.replace('/', '-').replace(':', '-').replace('.', '-');
        if (flat.equals(name) && name.length() <= LONGEST) {
            return name;
        }
        String kept = flat.regionMatches(true, 0, "ethernet", 0, 8) ? "eth" + flat.substring(8) : flat;
        int over = kept.length() - LONGEST;
        while (over > 0 && kept.charAt(over) == '-') {
            over++;
        }
        return over > 0 ? kept.substring(over) : kept;
    }

    /** A VLAN on top of an interface: {@code bond0.100}, or {@code vlan100} where that is too long. */
    public static String ofVlanOn(String parent, VlanId vlan) {
        String dotted = parent + "." + vlan;
        return dotted.length() <= LONGEST ? dotted : ofVlan(vlan);
    }

    /** The routed interface of a VLAN. */
    public static String ofVlan(VlanId vlan) {
        return "vlan" + vlan;
    }
}
