package io.heddle.model.net;

/** A VXLAN network identifier (RFC 7348), 1 to 16,777,215. */
public record Vni(int value) implements Comparable<Vni> {

    public Vni {
        if (value < 1 || value > 0xFFFFFF) {
            throw new IllegalArgumentException("VNI " + value + " is outside 1..16777215");
        }
    }

    @Override
    public int compareTo(Vni other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
