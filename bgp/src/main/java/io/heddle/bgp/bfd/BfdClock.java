package io.heddle.bgp.bfd;

/** When the next periodic packet of a session goes out (RFC 5880 section 6.8.7). */
final class BfdClock {

    private BfdClock() {}

    /** The first packet: at once. */
    static BfdSession sendSoon(BfdSession session, long now) {
        return session.interval() == 0
                ? session.sendingAt(BfdSession.NEVER, session.dice())
                : session.sendingAt(now, session.dice());
    }

    /** The next packet, an interval less jitter from now. */
    static BfdSession sendNext(BfdSession session, long now) {
        long interval = session.interval() * 1_000;
        if (interval == 0) {
            return session.sendingAt(BfdSession.NEVER, session.dice());
        }
        long rolled = roll(session.dice());
        // 75 to 100 percent; with a multiplier of one at most 90, since a late packet would already be a failure.
        long width = session.timers().detectMultiplier() == 1 ? 15 : 25;
        long percent1000 = 75_000 + Long.remainderUnsigned(rolled >>> 16, width * 1_000 + 1);
        return session.sendingAt(now + interval / 100_000 * percent1000, rolled);
    }

    /** After a change: a packet that is due later than it now would be is drawn nearer; one that is no longer wanted is taken off. */
    static BfdSession redraw(BfdSession next, BfdSession before, long now) {
        if (next.interval() == 0) {
            return next.sendingAt(BfdSession.NEVER, next.dice());
        }
        if (next.interval() >= before.interval() && before.interval() != 0) {
            return next;
        }
        BfdSession fresh = sendNext(next, now);
        return fresh.sendAt() < next.sendAt() ? fresh : next;
    }

    /** SplitMix64: the same seed gives the same jitter everywhere. */
    private static long roll(long dice) {
        long mixed = dice + 0x9E37_79B9_7F4A_7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }
}
