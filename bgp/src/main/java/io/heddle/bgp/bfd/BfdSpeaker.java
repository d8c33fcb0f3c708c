package io.heddle.bgp.bfd;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All sessions of a system: gives out discriminators, finds the session of a packet, ticks. Single-threaded. A session's number is its
 * local discriminator. Times are nanoseconds of the driver's scale.
 */
public final class BfdSpeaker {

    private final RandomGenerator random;
    private final BfdDriver driver;
    private final Map<Integer, Entry> sessions = new LinkedHashMap<>();
    private long discarded;

    private record Entry(BfdPath path, BfdSession session, String reason) {}

    /**
     * A speaker without sessions.
     *
     * @param random for discriminators that nobody outside can foresee (RFC 5880 section 6.8.1) and for jitter
     */
    public BfdSpeaker(RandomGenerator random, BfdDriver driver) {
        this.random = random;
        this.driver = driver;
    }

    /** Adds a session, starts it and returns its number. */
    public int add(BfdPath path, BfdTimers timers, boolean passive, long now) {
        int number = random.nextInt();
        while (number == 0 || sessions.containsKey(number)) {
            number = random.nextInt();
        }
        BfdSession session = BfdSession.of(timers, passive, number, random.nextLong());
        sessions.put(number, new Entry(path, session, "new"));
        tell(number, new BfdEvent.Enable(), now);
        return number;
    }

    /** Takes a session away without a word; {@link BfdEvent.Disable} before spares the peer an alarm. */
    public void remove(int number) {
        sessions.remove(number);
        driver.removed(number);
    }

    /** What the operator wants of a session. */
    public void tell(int number, BfdEvent event, long now) {
        Entry entry = sessions.get(number);
        if (entry == null) {
            throw new IllegalArgumentException("no session " + number);
        }
        step(number, entry, event, now);
        driver.wakeAt(wakeAt());
    }

    /** A datagram came. Returns the session it was for, or nothing when it was discarded. */
    public OptionalInt received(BfdArrival arrival, byte[] in, int from, int to, long now) {
        if (!(BfdCodec.decode(in, from, to) instanceof BfdRead.Ok(BfdPacket packet))) {
            discarded++;
            return OptionalInt.empty();
        }
        OptionalInt number = find(arrival, packet);
        Entry entry = number.isPresent() ? sessions.get(number.getAsInt()) : null;
        if (entry == null || arrival.hops() < entry.path().minimumHops()) {
            discarded++;
            return OptionalInt.empty();
        }
        step(number.getAsInt(), entry, new BfdEvent.Received(packet), now);
        driver.wakeAt(wakeAt());
        return number;
    }

    /** Section 6.8.6: by discriminator when the packet has one, else by where it came from (RFC 5881 section 3, RFC 5883 section 3). */
    private OptionalInt find(BfdArrival arrival, BfdPacket packet) {
        if (packet.yours() != 0) {
            Entry entry = sessions.get(packet.yours());
            return entry != null && entry.path().isMultihop() == arrival.multihop()
                    ? OptionalInt.of(packet.yours())
                    : OptionalInt.empty();
        }
        for (Map.Entry<Integer, Entry> each : sessions.entrySet()) {
            BfdPath path = each.getValue().path();
            boolean matches = path.remote().equals(arrival.source())
                    && path.isMultihop() == arrival.multihop()
                    && (path.isMultihop()
                            ? path.local().equals(arrival.destination())
                            : path.networkInterface().equals(arrival.networkInterface()));
            if (matches) {
                return OptionalInt.of(each.getKey());
            }
        }
        return OptionalInt.empty();
    }

    /** The time asked for has come. */
    public void tick(long now) {
        for (Map.Entry<Integer, Entry> each : sessions.entrySet()) {
            if (each.getValue().session().wakeAt() <= now) {
                step(each.getKey(), each.getValue(), new BfdEvent.Tick(), now);
            }
        }
        driver.wakeAt(wakeAt());
    }

    private void step(int number, Entry entry, BfdEvent event, long now) {
        BfdTransition transition = BfdMachine.step(entry.session(), event, now);
        boolean moved = transition.session().state() != entry.session().state();
        sessions.put(
                number, new Entry(entry.path(), transition.session(), moved ? transition.reason() : entry.reason()));
        for (BfdEffect effect : transition.effects()) {
            switch (effect) {
                case BfdEffect.Send(BfdPacket packet) -> driver.send(number, entry.path(), BfdCodec.encode(packet));
                case BfdEffect.Up _ -> driver.up(number);
                case BfdEffect.Down down -> driver.down(number, down);
            }
        }
    }

    private long wakeAt() {
        long earliest = BfdSession.NEVER;
        for (Entry each : sessions.values()) {
            earliest = Math.min(earliest, each.session().wakeAt());
        }
        return earliest;
    }

    /** A session as it stands, or null when there is none with this number. */
    public @Nullable BfdSession session(int number) {
        Entry entry = sessions.get(number);
        return entry == null ? null : entry.session();
    }

    /** Why a session is in the state it is in, in words. */
    public String reason(int number) {
        Entry entry = sessions.get(number);
        return entry == null ? "no session " + number : entry.reason();
    }

    /** Datagrams that were not taken. */
    public long discarded() {
        return discarded;
    }
}
