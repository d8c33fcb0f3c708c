package io.heddle.model.net;

/**
 * A route target (RFC 4360 section 4), {@code administrator:assigned}. Derived automatically it is the low 16 bits of the
 * AS and the VNI (RFC 8365 section 5.1.2.1, in the form FRR uses).
 */
public record RouteTarget(long administrator, long assigned) implements Comparable<RouteTarget> {

    public RouteTarget {
        if (administrator < 0 || administrator > 0xFFFF_FFFFL || assigned < 0 || assigned > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException(
                    "route target " + administrator + ":" + assigned + " has a part over 32 bits");
        }
    }

    /** {@code AS:VNI}, the AS cut to 16 bits. */
    public static RouteTarget derived(Asn asn, Vni vni) {
        return new RouteTarget(asn.value() & 0xFFFF, vni.value());
    }

    /** Parses {@code number:number}. */
    public static RouteTarget parse(String text) {
        int colon = text.indexOf(':');
        try {
            return new RouteTarget(
                    Long.parseLong(text.substring(0, Math.max(colon, 0))), Long.parseLong(text.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a route target; expected a form like 65001:100", e);
        }
    }

    @Override
    public int compareTo(RouteTarget other) {
        int byAdministrator = Long.compare(administrator, other.administrator);
        return byAdministrator != 0 ? byAdministrator : Long.compare(assigned, other.assigned);
    }

    @Override
    public String toString() {
        return administrator + ":" + assigned;
    }
}
