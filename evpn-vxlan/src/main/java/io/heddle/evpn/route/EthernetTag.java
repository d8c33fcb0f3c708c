package io.heddle.evpn.route;

/** An Ethernet tag: 32 bits that tell broadcast domains of one EVPN instance apart (RFC 7432 section 5). */
public record EthernetTag(long value) implements Comparable<EthernetTag> {

    /** One broadcast domain per instance, as over VXLAN with one VNI each (RFC 8365 section 5.1.3). */
    public static final EthernetTag NONE = new EthernetTag(0);

    /** MAX-ET: a type 1 route of a whole Ethernet segment (RFC 7432 section 8.2.1). */
    public static final EthernetTag MAX = new EthernetTag(0xFFFF_FFFFL);

    public EthernetTag {
        if (value >>> 32 != 0) {
            throw new IllegalArgumentException("Ethernet tag " + value + " has more than 32 bits");
        }
    }

    @Override
    public int compareTo(EthernetTag other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
