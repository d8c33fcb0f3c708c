package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A route of the RIB as the calculators need it. */
sealed interface Path {

    Vtep vtep();

    TargetSet targets();

    /**
     * Type 2.
     *
     * @param address null where the MAC stands alone
     * @param rank how much its mobility weighs, see {@link Rank}
     * @param vni the label of the MAC-VRF as a VNI, 0 if none
     * @param l3vni the label of the IP-VRF, 0 if none
     */
    record Host(
            long distinguisher,
            long tag,
            long mac,
            @Nullable IpAddress address,
            Vtep vtep,
            TargetSet targets,
            Segment segment,
            long rank,
            int vni,
            int l3vni)
            implements Path {

        /** By what is key besides the MAC. */
        static final Comparator<Host> BY_KEY = Comparator.comparingLong(Host::distinguisher)
                .thenComparingLong(Host::tag)
                .thenComparing(Host::address, Comparator.nullsFirst(Comparator.naturalOrder()));

        /** Whether a switch may use it (rule 6.3, and for its segment RFC 7432 section 9.2.2). */
        boolean isUsableAt(int at) {
            return vtep.usable.contains(at) && segment.admits(vtep);
        }

        Mac macAddress() {
            return new Mac(mac);
        }
    }

    /** Type 3. */
    record Flood(Vtep vtep, TargetSet targets) implements Path {}

    /** Type 5. */
    record Subnet(RouteDistinguisher distinguisher, Prefix prefix, Vtep vtep, TargetSet targets) implements Path {}
}
