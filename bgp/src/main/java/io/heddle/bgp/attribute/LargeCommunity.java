package io.heddle.bgp.attribute;

/** A large community (RFC 8092): three numbers of 32 bits. */
public record LargeCommunity(long administrator, long data1, long data2) implements Comparable<LargeCommunity> {

    public LargeCommunity {
        if ((administrator | data1 | data2) >>> 32 != 0) {
            throw new IllegalArgumentException(
                    "large community " + administrator + ":" + data1 + ":" + data2 + " has a part over 32 bits");
        }
    }

    @Override
    public int compareTo(LargeCommunity other) {
        int byAdministrator = Long.compare(administrator, other.administrator);
        int byData = byAdministrator != 0 ? byAdministrator : Long.compare(data1, other.data1);
        return byData != 0 ? byData : Long.compare(data2, other.data2);
    }

    @Override
    public String toString() {
        return administrator + ":" + data1 + ":" + data2;
    }
}
