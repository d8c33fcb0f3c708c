package io.heddle.bgp.bfd;

import io.heddle.bgp.wire.BigEndian;

/** Control packets as bytes. */
public final class BfdCodec {

    /** Octets of a packet without authentication. */
    public static final int LENGTH = 24;

    private static final int VERSION = 1;
    private static final int POLL = 0x20;
    private static final int FINAL = 0x10;
    private static final int INDEPENDENT = 0x08;
    private static final int AUTHENTICATED = 0x04;
    private static final int DEMAND = 0x02;
    private static final int MULTIPOINT = 0x01;

    private BfdCodec() {}

    /** Reads a datagram; checks what RFC 5880 section 6.8.6 asks for before a session is known. */
    public static BfdRead decode(byte[] in, int from, int to) {
        if (to - from < LENGTH) {
            return new BfdRead.Discarded(to - from + " octets are fewer than 24 (RFC 5880 section 6.8.6)");
        }
        int version = BigEndian.u8(in, from) >> 5;
        int flags = BigEndian.u8(in, from + 1);
        int multiplier = BigEndian.u8(in, from + 2);
        int length = BigEndian.u8(in, from + 3);
        int mine = BigEndian.i32(in, from + 4);
        int yours = BigEndian.i32(in, from + 8);
        BfdState state = BfdState.values()[flags >> 6];
        if (version != VERSION) {
            return discarded("version " + version + ", only 1 is known");
        }
        if (length < LENGTH || length > to - from) {
            return discarded("length " + length + " in a datagram of " + (to - from));
        }
        if (multiplier == 0) {
            return discarded("detect multiplier 0");
        }
        if ((flags & MULTIPOINT) != 0) {
            return discarded("the multipoint bit is set");
        }
        if (mine == 0) {
            return discarded("my discriminator is 0");
        }
        if (yours == 0 && state != BfdState.DOWN && state != BfdState.ADMIN_DOWN) {
            return discarded("your discriminator is 0 in state " + state);
        }
        if ((flags & AUTHENTICATED) != 0) {
            return discarded("authentication is not in use here");
        }
        return new BfdRead.Ok(new BfdPacket(
                BfdDiagnostic.of(BigEndian.u8(in, from) & 0x1F),
                state,
                (flags & POLL) != 0,
                (flags & FINAL) != 0,
                (flags & INDEPENDENT) != 0,
                (flags & DEMAND) != 0,
                multiplier,
                mine,
                yours,
                BigEndian.u32(in, from + 12),
                BigEndian.u32(in, from + 16),
                BigEndian.u32(in, from + 20)));
    }

    private static BfdRead discarded(String why) {
        return new BfdRead.Discarded(why + " (RFC 5880 section 6.8.6)");
    }

    /** The {@link #LENGTH} octets of a packet. */
    public static byte[] encode(BfdPacket packet) {
        byte[] out = new byte[LENGTH];
        int flags = packet.state().ordinal() << 6
                | (packet.poll() ? POLL : 0)
                | (packet.fin() ? FINAL : 0)
                | (packet.independent() ? INDEPENDENT : 0)
                | (packet.demand() ? DEMAND : 0);
        int at = BigEndian.put8(out, 0, VERSION << 5 | packet.diagnostic().ordinal());
        at = BigEndian.put8(out, at, flags);
        at = BigEndian.put8(out, at, packet.detectMultiplier());
        at = BigEndian.put8(out, at, LENGTH);
        at = BigEndian.put32(out, at, packet.mine());
        at = BigEndian.put32(out, at, packet.yours());
        at = BigEndian.put32(out, at, packet.desiredMinTx());
        at = BigEndian.put32(out, at, packet.requiredMinRx());
        BigEndian.put32(out, at, packet.requiredMinEchoRx());
        return out;
    }
}
