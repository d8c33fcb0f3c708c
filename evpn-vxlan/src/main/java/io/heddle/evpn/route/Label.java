package io.heddle.evpn.route;

import io.heddle.model.net.Vni;
import java.util.Optional;

/** The three octets of an MPLS label field. Over VXLAN all 24 bits are the VNI (RFC 8365 section 5.1.3). */
public record Label(int bits) {

    /** Nothing: type 1 routes of a whole segment, type 5 routes that resolve through a gateway or a segment. */
    public static final Label ZERO = new Label(0);

    public Label {
        if (bits >>> 24 != 0) {
            throw new IllegalArgumentException("label field " + bits + " has more than 24 bits");
        }
    }

    public static Label of(Vni vni) {
        return new Label(vni.value());
    }

    /** As VXLAN reads it; empty if zero. */
    public Optional<Vni> vni() {
        return bits == 0 ? Optional.empty() : Optional.of(new Vni(bits));
    }

    @Override
    public String toString() {
        return Integer.toString(bits);
    }
}
