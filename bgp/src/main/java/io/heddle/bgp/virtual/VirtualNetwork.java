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
 * Speakers and the connections between them on virtual time. Every byte takes the same delay; what happens at the same time happens in
 * the order in which it was caused. Single-threaded.
 */
public final class VirtualNetwork {

    private final AddressFamilies families;
    private final SplittableRandom seeds;
    private final long delay;
    private final PriorityQueue<Happening> agenda = new PriorityQueue<>();
    private final List<VirtualHost> hosts = new ArrayList<>();
    private final Map<IpAddress, VirtualHost> byAddress = new HashMap<>();
    private final byte[] buffer = new byte[2 * MessageFrame.MAX_EXTENDED_LENGTH];
    private long now;
    private long sequence;
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
        this.families = families;
        this.delay = delay;
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

    public long now() {
        return now;
    }

    /** Lets time pass until {@code until}, or until nothing is left to happen. */
    public void runUntil(long until) {
        for (Happening next = agenda.peek(); next != null && next.at <= until; next = agenda.peek()) {
            agenda.remove();
            now = next.at;
            next.what.run();
        }
        now = Math.max(now, until);
    }

    /** A number that two runs share only if everything happened alike in them: what was sent when by whom. */
    public long trace() {
        return trace;
    }

    void at(long time, Runnable what) {
        agenda.add(new Happening(Math.max(time, now), sequence++, what));
    }

    void after(Runnable what) {
        at(now + delay, what);
    }

    @Nullable
    VirtualHost hostAt(IpAddress address) {
        return byAddress.get(address);
    }

    byte[] buffer() {
        return buffer;
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
