package io.heddle.test.bench;

import io.heddle.evpn.calc.EvpnCalc;
import io.heddle.evpn.calc.Input;
import io.heddle.evpn.calc.TableChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One pod more or less, one pod moved, in an overlay of 750 racks that holds many of them. Making the inputs is part of it. */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.SampleTime, Mode.Throughput})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-XX:+UseParallelGC"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class EvpnCalcBenchmark {

    private static final int RACKS = 750;

    @Param({"1", "2"})
    public int leafsPerRack = 1;

    @Param("512000")
    public int hosts = 512_000;

    private OverlayFabric fabric = new OverlayFabric(1, 1, 1);
    private EvpnCalc calc = new EvpnCalc();
    private final List<Input> inputs = new ArrayList<>();
    private int next;

    @Setup(Level.Trial)
    public void fill() {
        fabric = new OverlayFabric(RACKS, leafsPerRack, hosts);
        calc = fabric.filled();
    }

    /** A pod appears, and another time disappears. */
    @Benchmark
    public List<TableChange> podAddedOrRemoved() {
        inputs.clear();
        int host = hosts + (next >> 1) % RACKS;
        if ((next++ & 1) == 0) {
            fabric.add(host, host % RACKS, 0, inputs);
        } else {
            fabric.remove(host, host % RACKS, inputs);
        }
        return calc.applyAll(inputs);
    }

    /** A pod turns up in the next rack with a higher sequence, and its old rack withdraws. */
    @Benchmark
    public List<TableChange> podMoved() {
        inputs.clear();
        int host = next % hosts;
        int round = next++ / hosts;
        int from = (host + round) % RACKS;
        fabric.add(host, (from + 1) % RACKS, round + 1, inputs);
        fabric.remove(host, from, inputs);
        return calc.applyAll(inputs);
    }

    /** The same, with the difference written out for every switch. */
    @Benchmark
    public int podMovedWrittenOut() {
        int switches = 0;
        for (TableChange change : podMoved()) {
            for (var each : change.at()) {
                switches += each.value().length();
            }
        }
        return switches;
    }
}
