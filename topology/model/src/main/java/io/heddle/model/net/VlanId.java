package io.heddle.model.net;

/** An IEEE 802.1Q VLAN identifier, 1 to 4094. */
public record VlanId(int value) implements Comparable<VlanId> {

    public VlanId {
        if (value < 1 || value > 4094) {
            throw new IllegalArgumentException("VLAN " + value + " is outside 1..4094");
        }
    }

    @Override
    public int compareTo(VlanId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
