package io.heddle.test.bench;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.AttributeDecoder;
import io.heddle.bgp.wire.AttributeEncoder;
import io.heddle.bgp.wire.AttributeOutcome;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.bgp.wire.NlriRange;
import io.heddle.bgp.wire.PrefixCursor;
import io.heddle.bgp.wire.PrefixNlri;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.bgp.wire.UpdateEncoder;
import io.heddle.bgp.wire.UpdateVerdict;
import io.heddle.bgp.wire.UpdateView;
import io.heddle.model.config.Community;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * UPDATEs read and written, a node's 110 pods a message: what the codec costs a route, per prefix. A stream of distinct messages, as off
 * a connection.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 7, time = 1)
public class UpdateViewBenchmark {

    private static final int PODS = 110;
    private static final int NODES = 1000;
    private static final int PREFIXES = PODS * NODES;

    @Param({"ipv4", "ipv6"})
    public String family = "ipv4";

    private final SessionOptions options =
            SessionOptions.of(false, AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST);
    private final UpdateView view = new UpdateView(AddressFamilies.UNICAST);
    private final PrefixCursor cursor = new PrefixCursor();
    private final UpdateEncoder encoder = new UpdateEncoder(options);
    private final AttributeEncoder attributes = new AttributeEncoder(options);
    private final byte[] stream = new byte[NODES * 4096];
    private PrefixNlri nlri = PrefixNlri.IPV4;
    private int end;

    @Setup(Level.Trial)
    public void prepare() {
        nlri = family.equals("ipv4") ? PrefixNlri.IPV4 : PrefixNlri.IPV6;
        end = 0;
        for (int node = 0; node < NODES; node++) {
            end = message(node);
        }
        if (readPrefixes() == 0) {
            throw new IllegalStateException("nothing was read");
        }
    }

    private AttributeSet attributesOf(int node) {
        IpAddress nextHop = nlri == PrefixNlri.IPV4
                ? IpAddress.v4(0x0A000000L + node)
                : IpAddress.v6(0x20010DB800000000L, node + 1);
        return AttributeSet.of(
                PathAttributes.originated(Origin.INCOMPLETE)
                        .withAsPath(AsPath.of(new Asn(65001), new Asn(4_200_000_000L + node)))
                        .withCommunity(new Community(65001, 100)),
                NextHop.of(nextHop));
    }

    private int message(int node) {
        AttributeSet set = attributesOf(node);
        int length = attributes.encode(set, UpdateEncoder.nextHopInside(nlri, set));
        encoder.announce(stream, end, stream.length, nlri, set.nextHop().orElseThrow(), attributes.bytes(), 0, length);
        boolean v4 = nlri == PrefixNlri.IPV4;
        for (int pod = 0; pod < PODS; pod++) {
            long number = (long) node * 256 + pod;
            encoder.add(v4 ? 0 : 0x20010DB800010000L, v4 ? 0x0B000000L + number : number, v4 ? 32 : 128, 0);
        }
        return encoder.finish();
    }

    /** Frame, view, hash of the attribute block, and every prefix. */
    @Benchmark
    @OperationsPerInvocation(PREFIXES)
    public long readPrefixes() {
        long sum = 0;
        int at = 0;
        while (at < end) {
            int length = MessageFrame.lengthOf(stream, at, end, MessageFrame.MAX_LENGTH);
            if (!(view.parse(stream, at, at + length, options) instanceof UpdateVerdict.Sound)) {
                throw new IllegalStateException("message at " + at);
            }
            NlriRange range = nlri == PrefixNlri.IPV4 ? view.announced() : view.mpAnnounced();
            sum += (nlri == PrefixNlri.IPV4 ? view.block() : view.mpBlock()).hash();
            cursor.over(nlri, range.bytes(), range.from(), range.to(), range.addPath());
            while (cursor.next()) {
                sum += cursor.high() ^ cursor.low() + cursor.length();
            }
            at += length;
        }
        return sum;
    }

    /** Attributes of one message into the stream's messages, prefix by prefix. */
    @Benchmark
    @OperationsPerInvocation(PREFIXES)
    public int writePrefixes() {
        end = 0;
        for (int node = 0; node < NODES; node++) {
            end = message(node);
        }
        return end;
    }

    /** A block that was not seen before, decoded and judged; per prefix of its message. */
    @Benchmark
    @OperationsPerInvocation(PODS)
    public AttributeOutcome decodeBlock() {
        int length = MessageFrame.lengthOf(stream, 0, end, MessageFrame.MAX_LENGTH);
        view.parse(stream, 0, length, options);
        var block = nlri == PrefixNlri.IPV4 ? view.block() : view.mpBlock();
        return AttributeDecoder.decode(block.bytes(), block.from(), block.to(), options);
    }
}
