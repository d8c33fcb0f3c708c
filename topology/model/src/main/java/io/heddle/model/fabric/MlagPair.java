package io.heddle.model.fabric;

import java.util.List;

/**
 * Two leafs that act as one LACP partner (MLAG, VLT, MC-LAG).
 *
 * @param peerLink the cables between the two; may be empty only where the operating system allows a peer link over the fabric
 */
public record MlagPair(String name, DeviceName first, DeviceName second, List<Link> peerLink) {

    public MlagPair {
        peerLink = List.copyOf(peerLink);
        if (first.equals(second)) {
            throw new IllegalArgumentException("MLAG pair " + name + " has " + first + " twice");
        }
    }

    public boolean has(DeviceName device) {
        return first.equals(device) || second.equals(device);
    }

    public DeviceName peerOf(DeviceName device) {
        return first.equals(device) ? second : first;
    }
}
