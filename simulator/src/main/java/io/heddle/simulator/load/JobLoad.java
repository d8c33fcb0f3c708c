package io.heddle.simulator.load;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a job's traffic does to the cables. Times are those of the busiest cable at its full speed: no schedule is faster.
 *
 * @param tiers directions that carry something, from the nodes up and down again
 * @param even seconds if traffic is split evenly
 * @param hashed seconds if flows are hashed
 * @param slowest bits a second of the slowest flow under max-min fairness; empty beyond {@link #MOST_FLOWS} flows
 * @param lostBytes what had no way, of all transfers
 */
public record JobLoad(
        Job job, List<Tier> tiers, double even, double hashed, Optional<SlowestFlow> slowest, double lostBytes) {

    /** Up to how many flows their fair rates are computed. */
    public static final int MOST_FLOWS = 4_000_000;

    /** A flow with the least fair rate, and how many flows have at most a tenth more. */
    public record SlowestFlow(double bitsPerSecond, double seconds, int flows) {}

    public JobLoad {
        tiers = List.copyOf(tiers);
    }

    /** The load on the first GPUs of a fabric while something is broken. */
    public static JobLoad of(Fabric fabric, Job job, Outage outage) {
        Cabling cabling = new Cabling(fabric, outage);
        Ranks ranks = Ranks.of(fabric, job.ranks());
        Routes routes = new Routes(cabling, ranks, outage);
        Bytes even = EvenLoad.of(cabling, routes, ranks, job.pattern(), (double) job.bytes(), job.servers());
        FlowPaths paths = new FlowPaths(MOST_FLOWS);
        Bytes hashed = HashedLoad.of(
                cabling,
                routes,
                ranks,
                job.pattern(),
                (double) job.bytes(),
                job.servers(),
                job.flows(),
                job.hash(),
                paths);
        List<Tier> tiers = tiers(fabric, cabling, routes.cables(), even, hashed);
        return new JobLoad(
                job,
                tiers,
                tiers.stream().mapToDouble(Tier::even).max().orElse(0),
                tiers.stream().mapToDouble(Tier::hashed).max().orElse(0),
                paths.complete() && paths.size() > 0
                        ? Optional.of(slowest(MaxMinRates.of(cabling, paths), paths))
                        : Optional.empty(),
                even.lost());
    }

    /**
     * How long the network needs if every device splits evenly.
     *
     * @param lostBytes what had no way
     */
    public record EvenTime(double seconds, double lostBytes) {}

    /** The even split alone: much cheaper than {@link #of}, for one failure after the other. */
    public static EvenTime evenTime(Fabric fabric, Job job, Outage outage) {
        Cabling cabling = new Cabling(fabric, outage);
        Ranks ranks = Ranks.of(fabric, job.ranks());
        Routes routes = new Routes(cabling, ranks, outage);
        Bytes even = EvenLoad.of(cabling, routes, ranks, job.pattern(), (double) job.bytes(), job.servers());
        double longest = 0;
        for (int each = 0; each < cabling.directions(); each++) {
            longest = Math.max(longest, 8 * even.directed()[each] / cabling.bitsPerSecond(each));
        }
        return new EvenTime(longest, even.lost());
    }

    private static SlowestFlow slowest(double[] rates, FlowPaths paths) {
        double least = Arrays.stream(rates).min().orElseThrow();
        double longest = IntStream.range(0, rates.length)
                .mapToDouble(each -> 8 * paths.bytes(each) / rates[each])
                .max()
                .orElseThrow();
        int alike =
                (int) Arrays.stream(rates).filter(each -> each <= 1.1 * least).count();
        return new SlowestFlow(least, longest, alike);
    }

    /** What NCCL's tests print as bus bandwidth, in bits a second, for a step of so many seconds. */
    public double busBandwidth(double seconds) {
        return seconds == 0 ? 0 : 8.0 * job.bytes() * job.pattern().busFactor(job.ranks()) / seconds;
    }

    private static List<Tier> tiers(Fabric fabric, Cabling cabling, BitSet ofNics, Bytes even, Bytes hashed) {
        List<String> names = List.of(
                "node to leaf",
                "leaf to spine",
                "spine to super-spine",
                "super-spine to spine",
                "spine to leaf",
                "leaf to node");
        List<Tier> tiers = new ArrayList<>();
        for (int kind = 0; kind < names.size(); kind++) {
            int wanted = kind;
            int[] members = IntStream.range(0, cabling.directions())
                    .filter(each -> kind(fabric, cabling, each) == wanted)
                    .filter(each -> !touchesNode(cabling, each) || ofNics.get(each / 2))
                    .toArray();
            tier(names.get(kind), members, cabling, even, hashed).ifPresent(tiers::add);
        }
        return tiers;
    }

    private static boolean touchesNode(Cabling cabling, int directed) {
        return cabling.target(directed) < 0 || cabling.target(directed ^ 1) < 0;
    }

    /** The position in the list of names, or -1. */
    private static int kind(Fabric fabric, Cabling cabling, int directed) {
        int from = tier(fabric, cabling, cabling.target(directed ^ 1));
        int to = tier(fabric, cabling, cabling.target(directed));
        if (from == to || from < -1 || to < -1) {
            return -1;
        }
        return from < to ? from + 1 : 2 * Cabling.HIGHEST_TIER + 1 - to - 1;
    }

    private static int tier(Fabric fabric, Cabling cabling, int device) {
        if (device < 0) {
            return -1;
        }
        DeviceName name = cabling.name(device);
        return fabric.findSwitch(name).isPresent() && cabling.tier(device) >= 0 ? cabling.tier(device) : -2;
    }

    private static Optional<Tier> tier(String name, int[] members, Cabling cabling, Bytes even, Bytes hashed) {
        int usedEven = 0;
        int usedHashed = 0;
        double longestEven = 0;
        double longestHashed = 0;
        double sum = 0;
        int busiest = -1;
        for (int each : members) {
            double evenly = 8 * even.directed()[each] / cabling.bitsPerSecond(each);
            double byHash = 8 * hashed.directed()[each] / cabling.bitsPerSecond(each);
            usedEven += evenly > 0 ? 1 : 0;
            usedHashed += byHash > 0 ? 1 : 0;
            sum += evenly;
            longestEven = Math.max(longestEven, evenly);
            if (byHash > longestHashed) {
                longestHashed = byHash;
                busiest = each;
            }
        }
        return usedEven == 0
                ? Optional.empty()
                : Optional.of(new Tier(
                        name,
                        members.length,
                        new Tier.Used(usedEven, usedHashed),
                        longestEven,
                        longestHashed,
                        sum / usedEven,
                        busiest < 0 ? "" : cabling.describe(busiest)));
    }
}
