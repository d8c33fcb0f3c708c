package io.heddle.test.southbound;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.southbound.SwitchEvent;
import io.heddle.controller.southbound.bgp.BgpDriver;
import io.heddle.model.config.Community;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a pod's route takes, {@code LatencyBench [samples at 1/s] [samples at 50/s]}, as root: from the want until it is handed to the
 * session, and until the kernel of the far leaf has it. Three ways by turns in one run: the controller tells the owner leaf (far leaf: three
 * hops of FRR), the controller tells every switch with NO_ADVERTISE (one hop), and a session with the far leaf alone that is told one route
 * (one hop): what the leaf itself costs.
 */
public final class LatencyBench {

    private static final String FAR = "l2";
    private static final long PATIENCE_MILLIS = 5_000;

    private final FrrFabric fabric;
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private final Map<Long, Long> told = new ConcurrentHashMap<>();
    private final List<Announcement> owner = new ArrayList<>();
    private final List<Announcement> everywhere = new ArrayList<>();
    private final List<Announcement> direct = new ArrayList<>();
    private long revision;

    private LatencyBench(FrrFabric fabric) {
        this.fabric = fabric;
    }

    /** See the class. */
    public static void main(String[] arguments) throws Exception {
        int slow = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        int fast = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        FrrFabric fabric = FrrFabric.start(2, 3);
        try {
            fabric.untilItStands();
            new LatencyBench(fabric).run(slow, fast);
        } finally {
            fabric.close();
        }
    }

    private void run(int slow, int fast) throws Exception {
        Process monitor = new ProcessBuilder("ip", "-n", fabric.space(FAR), "-o", "monitor", "route").start();
        Thread.ofPlatform().daemon().start(() -> read(monitor));
        try (BgpDriver driver = Controllers.start(fabric, Controllers.FIRST, fabric.routers());
                BgpDriver alone = Controllers.start(fabric, Controllers.SECOND, List.of(FAR))) {
            driver.listen(this::hear);
            FrrFabric.until(
                    "all sessions are up",
                    () -> driver.status().values().stream().allMatch(each -> each.up())
                            && alone.status().values().stream().allMatch(each -> each.up()));
            // What is measured first is not measured: code is compiled, FRR has settled.
            round(driver, alone, 60, 20, 0);
            print("1 a second", round(driver, alone, slow, 1_000, 1));
            print("50 a second", round(driver, alone, fast, 20, 2));
        } finally {
            monitor.destroy();
        }
    }

    private void hear(SwitchEvent event) {
        if (event instanceof SwitchEvent.Told each) {
            told.putIfAbsent(each.revision(), System.nanoTime());
        }
    }

    private void read(Process monitor) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(monitor.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long now = System.nanoTime();
                String first = line.split(" ", 2)[0];
                if (first.startsWith("10.")) {
                    arrived.putIfAbsent(first, now);
                }
            }
        } catch (IOException e) {
            // The monitor was ended.
        }
    }

    private record Figures(List<Double> wire, List<Double> owner, List<Double> everywhere, List<Double> direct) {}

    private record Sample(String prefix, long from, long revision) {}

    private Figures round(BgpDriver driver, BgpDriver alone, int samples, long everyMillis, int round)
            throws Exception {
        List<List<Sample>> ways = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long next = System.nanoTime();
        for (int i = 0; i < samples; i++) {
            for (int way = 0; way < 3; way++) {
                String address = "10." + (240 + way) + "." + (round * 64 + i / 250) + "." + (i % 250 + 1);
                ways.get(way).add(tell(driver, alone, way, address));
                next += TimeUnit.MILLISECONDS.toNanos(everyMillis) / 3;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        Figures figures = new Figures(new ArrayList<>(), kernel(ways.get(0)), kernel(ways.get(1)), kernel(ways.get(2)));
        for (List<Sample> each : ways.subList(0, 2)) {
            each.forEach(sample -> figures.wire.add(millis(sample.from(), told.getOrDefault(sample.revision(), -1L))));
        }
        return figures;
    }

    private Sample tell(BgpDriver driver, BgpDriver alone, int way, String address) {
        Prefix pod = Prefix.host(IpAddress.parse(address));
        IpAddress node = IpAddress.parse("10.1.1.2");
        revision++;
        switch (way) {
            case 0 -> owner.add(Announcement.Unicast.of(pod, node));
            case 1 -> everywhere.add(new Announcement.Unicast(pod, node, List.of(Community.NO_ADVERTISE)));
            default -> direct.add(new Announcement.Unicast(pod, node, List.of(Community.NO_ADVERTISE)));
        }
        long from = System.nanoTime();
        if (way == 2) {
            alone.want(List.of(Wanted.of(Controllers.device(FAR), revision, direct)));
        } else {
            List<Wanted> wants = new ArrayList<>();
            List<Announcement> both = new ArrayList<>(everywhere);
            for (String each : way == 0 ? List.of("l1") : fabric.routers()) {
                List<Announcement> all = new ArrayList<>(both);
                all.addAll(each.equals("l1") ? owner : List.of());
                wants.add(Wanted.of(Controllers.device(each), revision, all));
            }
            driver.want(wants);
        }
        return new Sample(address, from, revision);
    }

    private List<Double> kernel(List<Sample> samples) {
        List<Double> figures = new ArrayList<>();
        for (Sample each : samples) {
            for (long waited = 0; waited < PATIENCE_MILLIS && !arrived.containsKey(each.prefix()); waited += 50) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            figures.add(millis(each.from(), arrived.getOrDefault(each.prefix(), -1L)));
        }
        return figures;
    }

    private static double millis(long from, long to) {
        return to < 0 ? Double.POSITIVE_INFINITY : (to - from) / 1e6;
    }

    private static void print(String rate, Figures figures) {
        System.out.println("pods at " + rate + ", ms: median p99 most");
        line("want to session", figures.wire());
        line("want to far kernel, one leaf told directly", figures.direct());
        line("want to far kernel, every switch told", figures.everywhere());
        line("want to far kernel, owner leaf told", figures.owner());
    }

    private static void line(String what, List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        System.out.println(String.format(
                Locale.ROOT,
                "  %-44s %7.2f %7.2f %7.2f  (%d)",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100)),
                sorted.getLast(),
                sorted.size()));
    }
}
