package io.heddle.test.bench;

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
 * What a changed type 2 route costs a route reflector, from the bytes of one leaf to the bytes for two that import it, by the number of
 * leafs that do not (RFC 4684).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TargetConstraintBenchmark {

    private static final int MANY = 1000;

    @Param({"50", "150", "375", "750"})
    public int leafs = 50;

    /** Without, every leaf is sent everything. */
    @Param("true")
    public boolean constrained = true;

    private ReflectedLeafs fabric = new ReflectedLeafs(3, true);
    private final byte[][] one = new byte[2][];
    private final byte[][] many = new byte[2][];
    private int next;

    @Setup(Level.Trial)
    public void fill() {
        fabric = new ReflectedLeafs(leafs, constrained);
        for (int i = 0; i < 2; i++) {
            one[i] = fabric.update(1, 1 + i);
            many[i] = fabric.update(MANY, 3 + i);
        }
        int receivers = constrained ? 2 : leafs - 1;
        for (byte[][] each : new byte[][][] {one, many}) {
            int written = fabric.reflect(each[0]);
            if (written != receivers) {
                throw new IllegalStateException("sent to " + written + " leafs; expected " + receivers);
            }
        }
    }

    /** A pod changes. */
    @Benchmark
    public int oneRoute() {
        return fabric.reflect(one[next++ & 1]);
    }

    /** Many change at once, with attributes in common; the time is that of one. */
    @Benchmark
    @OperationsPerInvocation(MANY)
    public int oneOfManyRoutes() {
        return fabric.reflect(many[next++ & 1]);
    }
}
