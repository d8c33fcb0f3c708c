package io.heddle.simulator.walk;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Named models of how a device spreads flows. ASIC hashes are not public, so a pick is an example of what may happen, while the set of paths
 * is certain. All are CRC-32 of the fields, high half folded into the low, modulo the number of choices; encapsulated packets are taken to
 * carry the inner flow's entropy in their UDP source port (RFC 7348 section 5).
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
        if (choices == 1) {
            return 0;
        }
        CRC32 crc = new CRC32();
        if (seeded) {
            crc.update(device.value().getBytes(StandardCharsets.UTF_8));
        }
        address(flow.from(), crc);
        address(flow.to(), crc);
        if (ports) {
            crc.update(ByteBuffer.allocate(5)
                    .put((byte) flow.protocol())
                    .putShort((short) flow.sourcePort())
                    .putShort((short) flow.destinationPort())
                    .flip());
        }
        long value = crc.getValue();
        return (int) ((value >>> 16 ^ value & 0xFFFF) % choices);
    }

    private static void address(IpAddress address, CRC32 crc) {
        crc.update(ByteBuffer.allocate(16)
                .putLong(address.high())
                .putLong(address.low())
                .flip());
    }

    @Override
    public String toString() {
        return text;
    }
}
