package io.heddle.simulator.walk;

import io.heddle.model.fabric.DeviceName;
import java.nio.charset.StandardCharsets;

/**
 * Named models of how a device spreads flows. ASIC hashes are not public, so a pick is an example of what may happen, while the set of paths
 * is certain. All mix the fields to 64 bits and take them modulo the number of choices; encapsulated packets are taken to carry the inner flow's
 * entropy in their UDP source port (RFC 7348 section 5).
 */
public enum FlowHash {
    /** Addresses, protocol and ports, seeded with the device's name: tiers choose independently. */
    FIVE_TUPLE("five-tuple", true, true),
    /** The same without seed: tiers with equal widths choose alike, which polarises traffic. */
    FIVE_TUPLE_UNSEEDED("five-tuple-unseeded", true, false),
    /** Addresses alone, seeded: every flow of a pair of hosts takes one path. */
    ADDRESSES("addresses", false, true);

    private final String text;
    private final boolean ports;
    private final boolean seeded;

    FlowHash(String text, boolean ports, boolean seeded) {
        this.text = text;
        this.ports = ports;
        this.seeded = seeded;
    }

    /** Which of {@code choices} a device takes for a flow, from 0. */
    public int pick(DeviceName device, Flow flow, int choices) {
        return pick(key(flow), seed(device), choices);
    }

    /** The same for a flow and a device whose numbers are known. */
    public static int pick(long key, long seed, int choices) {
        return choices == 1 ? 0 : (int) ((mix(key ^ seed) >>> 1) % choices);
    }

    /** A device's part in its picks. */
    public long seed(DeviceName device) {
        long seed = 0;
        if (seeded) {
            for (byte each : device.value().getBytes(StandardCharsets.UTF_8)) {
                seed = mix(seed + each + 1);
            }
        }
        return seed;
    }

    /** A flow's part in every pick. */
    public long key(Flow flow) {
        long key = mix(
                mix(mix(mix(flow.from().high()) + flow.from().low()) + flow.to().high())
                        + flow.to().low());
        return ports
                ? mix(key + ((long) flow.protocol() << 32 | (long) flow.sourcePort() << 16 | flow.destinationPort()))
                : key;
    }

    /** The same for the {@code flow}-th of the flows between two ranks of a job, which differ in their source ports. */
    public long key(int from, int to, int flow) {
        long key = mix(mix(from + 1L) + to + 1);
        return ports ? mix(key + flow) : key;
    }

    /** A bijection of 64 bits that spreads every bit over all (the finaliser of SplitMix64). */
    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    @Override
    public String toString() {
        return text;
    }
}
