package io.heddle.bgp.virtual;

import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Speakers and the connections between them on virtual time. What lies between them is a {@link Medium}; what happens at the same time
 * happens in the order in which it was caused. Single-threaded.
 */
public final class VirtualNetwork {

    private final AddressFamilies families;
    private final SplittableRandom seeds;
    private final Medium medium;
    private Watcher watcher = Watcher.NONE;
    private final PriorityQueue<Happening> agenda = new PriorityQueue<>();
    private final List<VirtualHost> hosts = new ArrayList<>();
    private final Map<IpAddress, VirtualHost> byAddress = new HashMap<>();
    private final byte[] buffer = new byte[2 * MessageFrame.MAX_EXTENDED_LENGTH];
    private long now;
    private long sequence;
    private long events;
    private long trace = 1;

    /** Something that is going to happen. */
    private record Happening(long at, long sequence, Runnable what) implements Comparable<Happening> {
        @Override
        public int compareTo(Happening other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(sequence, other.sequence);
        }
    }

    /**
     * An empty network at time 0.
     *
     * @param delay nanoseconds that everything takes from one speaker to another
     */
    public VirtualNetwork(AddressFamilies families, long seed, long delay) {
        this(families, seed, Medium.of(delay));
    }

    /** An empty network at time 0 over {@code medium}. */
    public VirtualNetwork(AddressFamilies families, long seed, Medium medium) {
        this.families = families;
        this.medium = medium;
        seeds = new SplittableRandom(seed);
    }

    /** A speaker that can be reached at these addresses; peers are added to it by {@link Speaker#addPeer}. */
    public Speaker add(SpeakerConfig config, List<IpAddress> addresses) {
        VirtualHost host = new VirtualHost(this, hosts.size(), addresses);
        Speaker speaker = new Speaker(config, families, seeds.split(), host);
        host.run(speaker);
        hosts.add(host);
        addresses.forEach(each -> byAddress.put(each, host));
        return speaker;
    }

    /** From now on the speaker at {@code known} can be reached at another address too. */
    public void alsoAt(IpAddress known, IpAddress more) {
        VirtualHost host = host(known);
        host.addresses().add(more);
        byAddress.put(more, host);
    }

    /**
     * The speaker at an address runs no more; another one may be added in its place.
     *
     * @param closing its machine lives on and closes its connections; else they fall silent
     */
    public void remove(IpAddress address, boolean closing) {
        VirtualHost host = host(address);
        host.addresses().forEach(byAddress::remove);
        host.die(closing);
    }

    /** The speaker at {@code at} loses its connections with {@code remote} at once; the other side learns nothing of it. */
    public void cut(IpAddress at, IpAddress remote, String reason) {
        host(at).cut(remote, reason);
    }

    /** When the speaker at an address has done what it took in. */
    public long busyUntil(IpAddress address) {
        return host(address).busyUntil();
    }

    private VirtualHost host(IpAddress address) {
        VirtualHost host = byAddress.get(address);
        if (host == null) {
            throw new IllegalArgumentException("nobody is at " + address);
        }
        return host;
    }

    /** Has everything that is exchanged watched. */
    public void watch(Watcher from) {
        watcher = from;
    }

    Watcher watcher() {
        return watcher;
    }

    Medium medium() {
        return medium;
    }

    public long now() {
        return now;
    }

    /** Lets time pass until {@code until}, or until nothing is left to happen. */
    public void runUntil(long until) {
        runUntil(until, Long.MAX_VALUE);
    }

    /** The same, but for no more than so many things. */
    public void runUntil(long until, long most) {
        long before = events;
        for (Happening next = agenda.peek(); next != null && next.at <= until; next = agenda.peek()) {
            if (events - before >= most) {
                return;
            }
            agenda.remove();
            now = next.at;
            events++;
            next.what.run();
        }
        now = Math.max(now, until);
    }

    /** A number that two runs share only if everything happened alike in them: what was sent when by whom. */
    public long trace() {
        return trace;
    }

    /** When the next thing happens; {@link Long#MAX_VALUE} if nothing is left to. */
    public long next() {
        Happening next = agenda.peek();
        return next == null ? Long.MAX_VALUE : next.at;
    }

    /** Has something happen at a time, or now if that has passed. */
    public void at(long time, Runnable what) {
        agenda.add(new Happening(Math.max(time, now), sequence++, what));
    }

    @Nullable
    VirtualHost hostAt(IpAddress address) {
        return byAddress.get(address);
    }

    byte[] buffer() {
        return buffer;
    }

    /** How many things have happened. */
    public long events() {
        return events;
    }

    void note(int host, int connection, byte[] bytes) {
        long mixed = (trace ^ now) * 0x9E3779B97F4A7C15L + host;
        mixed = (mixed ^ mixed >>> 31) * 0xBF58476D1CE4E5B9L + connection;
        for (byte each : bytes) {
            mixed = mixed * 31 + each;
        }
        trace = mixed;
    }
}
