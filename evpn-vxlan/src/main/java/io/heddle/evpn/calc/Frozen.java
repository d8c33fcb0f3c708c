package io.heddle.evpn.calc;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MACs that switches have frozen where they are (RFC 7432 section 15.1). Nearly always none. Single-threaded. */
final class Frozen {

    private final SwitchSet none;
    private final Map<MacAt, Place> places = new LinkedHashMap<>();

    /** How often a MAC is frozen, on any VLAN of any switch. */
    private final LongTable<SwitchSet> byMac = new LongTable<>();

    Frozen(SwitchSet none) {
        this.none = none;
    }

    /** Null if the switch listens to routes of the MAC. */
    @Nullable
    Place place(int at, int vlan, long mac) {
        return places.isEmpty() ? null : places.get(new MacAt(at, vlan, mac));
    }

    /** Switches that may have it frozen: those of all VLANs. */
    SwitchSet switchesOf(long mac) {
        SwitchSet found = places.isEmpty() ? null : byMac.get(mac);
        return found == null ? none : found;
    }

    void freeze(MacAt mac, Place place) {
        places.put(mac, place);
        byMac.put(mac.mac(), switchesOf(mac.mac()).with(mac.at()));
    }

    void thaw(MacAt mac) {
        places.remove(mac);
        SwitchSet left = none;
        for (MacAt each : places.keySet()) {
            left = each.mac() == mac.mac() ? left.with(each.at()) : left;
        }
        if (left.isEmpty()) {
            byMac.remove(mac.mac());
        } else {
            byMac.put(mac.mac(), left);
        }
    }
}
