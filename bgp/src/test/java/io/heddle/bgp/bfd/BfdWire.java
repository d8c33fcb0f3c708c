package io.heddle.bgp.bfd;

import io.heddle.model.net.IpAddress;
import java.util.PriorityQueue;
import java.util.Random;

/** Two speakers and the wire between them, on virtual time. */
final class BfdWire {

    private static final IpAddress[] ADDRESSES = {IpAddress.parse("fe80::1"), IpAddress.parse("fe80::2")};

    private final PriorityQueue<Flight> flying =
            new PriorityQueue<>((one, other) -> Long.compare(one.at(), other.at()));
    private final BfdSpeaker[] speakers = new BfdSpeaker[2];
    private final long[] wakeAt = {BfdSession.NEVER, BfdSession.NEVER};
    private final int[] sessions = new int[2];
    private final long[] downAt = {-1, -1};
    private final Random random;
    private final long delay;
    private int lossPercent;
    private boolean cut;
    private int packets;
    private long now;

    private record Flight(long at, int to, byte[] bytes) {}

    BfdWire(long seed, long delay) {
        this.random = new Random(seed);
        this.delay = delay;
        for (int side = 0; side < 2; side++) {
            speakers[side] = new BfdSpeaker(new Random(seed + side), new Side(side));
        }
    }

    void connect(BfdTimers one, BfdTimers other, boolean secondIsPassive) {
        sessions[0] = speakers[0].add(BfdPath.link(ADDRESSES[0], ADDRESSES[1], "eth0"), one, false, now);
        sessions[1] = speakers[1].add(BfdPath.link(ADDRESSES[1], ADDRESSES[0], "eth0"), other, secondIsPassive, now);
    }

    void lose(int percent) {
        lossPercent = percent;
    }

    void cut() {
        cut = true;
    }

    void run(long nanos) {
        long end = now + nanos;
        while (true) {
            Flight next = flying.peek();
            long wake = Math.min(wakeAt[0], wakeAt[1]);
            long at = Math.min(next == null ? Long.MAX_VALUE : next.at(), wake);
            if (at > end) {
                now = end;
                return;
            }
            now = Math.max(now, at);
            if (next != null && next.at() <= wake) {
                flying.remove();
                BfdArrival arrival = new BfdArrival(ADDRESSES[1 - next.to()], ADDRESSES[next.to()], "eth0", 255, false);
                speakers[next.to()].received(arrival, next.bytes(), 0, next.bytes().length, now);
            } else {
                speakers[wakeAt[0] <= wakeAt[1] ? 0 : 1].tick(now);
            }
        }
    }

    void tell(int side, BfdEvent event) {
        speakers[side].tell(sessions[side], event, now);
    }

    BfdSession session(int side) {
        BfdSession session = speakers[side].session(sessions[side]);
        if (session == null) {
            throw new IllegalStateException("no session at side " + side);
        }
        return session;
    }

    long now() {
        return now;
    }

    /** When a side last left Up, or -1. */
    long downAt(int side) {
        return downAt[side];
    }

    int packets() {
        return packets;
    }

    private final class Side implements BfdDriver {

        private final int side;

        Side(int side) {
            this.side = side;
        }

        @Override
        public void send(int session, BfdPath path, byte[] packet) {
            packets++;
            if (!cut && random.nextInt(100) >= lossPercent) {
                flying.add(new Flight(now + delay, 1 - side, packet));
            }
        }

        @Override
        public void removed(int session) {}

        @Override
        public void up(int session) {}

        @Override
        public void down(int session, BfdEffect.Down down) {
            downAt[side] = now;
        }

        @Override
        public void wakeAt(long nanos) {
            wakeAt[side] = nanos;
        }
    }
}
