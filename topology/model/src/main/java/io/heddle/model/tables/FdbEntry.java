package io.heddle.model.tables;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import java.util.List;

/** A MAC address of a bridge domain and where frames to it go. */
public record FdbEntry(VlanId vlan, Mac mac, Target target) implements Comparable<FdbEntry> {

    /** Where frames to a MAC go. */
    public sealed interface Target {

        /** A port or bond of the switch's bridge, by its name. */
        record Port(String bridgePort) implements Target {}

        /** VTEPs across the overlay, sorted; several by aliasing on an Ethernet segment (RFC 7432 section 8.4). */
        record Vteps(List<IpAddress> vteps) implements Target {
            public Vteps {
                vteps = List.copyOf(vteps);
            }
        }
    }

    @Override
    public int compareTo(FdbEntry other) {
        int byVlan = vlan.compareTo(other.vlan);
        return byVlan != 0 ? byVlan : mac.compareTo(other.mac);
    }
}
