package io.heddle.test.bench;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.topology.plan.Plan;
import java.util.Optional;
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

/** Solving, listing and looking up, warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx4g", "-XX:+UseParallelGC"})
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 7, time = 3)
public class StableStateBenchmark {

    @Param({"leafs-100", "racks-750"})
    public String fabric = "leafs-100";

    /** The share of cables between switches that are broken, in percent. */
    @Param({"0", "1"})
    public int brokenPercent;

    private Plan plan = BenchFabric.LEAFS_100.plan();
    private Outage outage = Outage.NONE;
    private StableState solved = StableStateSolver.solve(plan.fabric(), plan.config(), plan.endpoints(), outage);
    private SwitchTables leaf = solved.tables(DeviceName.of("leaf-1-1")).orElseThrow();
    private IpAddress pod = IpAddress.v4(0);
    private int next;

    @Setup(Level.Trial)
    public void prepare() {
        plan = BenchFabric.named(fabric).plan();
        outage = BenchFabric.brokenCables(plan.fabric(), brokenPercent / 100.0, 1);
        solved = solve();
        leaf = solved.tables(DeviceName.of("leaf-1-1")).orElseThrow();
    }

    @Benchmark
    public StableState solve() {
        return StableStateSolver.solve(plan.fabric(), plan.config(), plan.endpoints(), outage);
    }

    @Benchmark
    public long listOneLeaf() {
        return leaf.routes().mapToLong(each -> each.nextHops().size()).sum();
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Optional<RouteEntry> lookUpOnePod() {
        var node =
                plan.endpoints().nodes().get(next++ % plan.endpoints().nodes().size());
        pod = node.get(next % node.size()).ipv4().orElse(pod);
        return leaf.longestMatch(VrfName.DEFAULT, pod);
    }
}
