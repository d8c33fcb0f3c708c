package io.heddle.bgp.mrt;

import io.heddle.model.net.IpAddress;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * One record being written: the body first, since the header has its length (RFC 6396 section 2).
 *
 * <pre>
 *   |  Timestamp  32  |  Type  16  |  Subtype  16  |  Length  32  |  Message ...
 * </pre>
 */
final class MrtRecord {

    static final int AFI_IPV4 = 1;
    static final int AFI_IPV6 = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream body = new DataOutputStream(bytes);

    MrtRecord u8(int value) throws IOException {
        body.writeByte(value);
        return this;
    }

    MrtRecord u16(int value) throws IOException {
        body.writeShort(value);
        return this;
    }

    MrtRecord u32(long value) throws IOException {
        body.writeInt((int) value);
        return this;
    }

    MrtRecord octets(byte[] value, int from, int to) throws IOException {
        body.write(value, from, to - from);
        return this;
    }

    /** 4 or 16 octets. */
    MrtRecord address(IpAddress address) throws IOException {
        return leading(address, address.family().bits() / 8);
    }

    /** The first octets of an address. */
    MrtRecord leading(IpAddress address, int octets) throws IOException {
        int bits = address.family().bits();
        for (int octet = 0; octet < octets; octet++) {
            int shift = bits - 8 * (octet + 1);
            u8((int) (shift >= 64 ? address.high() >>> shift - 64 : address.low() >>> shift));
        }
        return this;
    }

    void writeTo(OutputStream out, long seconds, int type, int subtype) throws IOException {
        DataOutputStream whole = new DataOutputStream(out);
        whole.writeInt((int) seconds);
        whole.writeShort(type);
        whole.writeShort(subtype);
        whole.writeInt(bytes.size());
        bytes.writeTo(whole);
    }
}
