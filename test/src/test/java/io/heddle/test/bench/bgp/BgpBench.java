package io.heddle.test.bench.bgp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code BgpBench DIRECTORY RUNS PROBES DAEMONS LOADS}: comma-separated names. Daemons and loads interleave, so that a busy moment of the machine hits
 * all of them. Tables go to standard output and to {@code bench-bgp.csv} and {@code bench-bgp.md} in the directory.
 */
public final class BgpBench {

    private static final Duration LIMIT = Duration.ofMinutes(4);

    private BgpBench() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]).toAbsolutePath();
        int runs = Integer.parseInt(arguments[1]);
        int probes = Math.min(Load.PROBES, Integer.parseInt(arguments[2]));
        List<Daemon> daemons = new ArrayList<>();
        for (String name : arguments[3].split(",", -1)) {
            Daemon daemon = Daemon.named(name);
            daemons.add(daemon instanceof HeddleSpeaker plain ? trained(plain, directory) : daemon);
        }
        List<Load> loads = Stream.of(arguments[4].split(",")).map(Load::parse).toList();
        for (Daemon daemon : daemons) {
            System.out.println(daemon.name() + ": " + daemon.version());
        }
        // The peers' own code is compiled before any clock counts.
        for (String warmUp : List.of("tab100k", "pod200k", "rr20x10k")) {
            race(daemons.getFirst(), Load.parse(warmUp), 1, 100, directory);
        }
        List<Figures> figures = new ArrayList<>();
        for (Load load : loads) {
            for (int run = 0; run < runs; run++) {
                for (Daemon daemon : daemons) {
                    if (daemon.supports(load)) {
                        figures.addAll(race(daemon, load, daemon.rounds(), probes, directory));
                        Files.write(directory.resolve("bench-bgp.csv"), Report.csv(figures));
                        Files.write(directory.resolve("bench-bgp.md"), Report.markdown(figures));
                    }
                }
            }
        }
        System.out.println();
        Report.markdown(figures).forEach(System.out::println);
    }

    /** As the product is shipped: with an AOT cache of classes, links and profiles, made in a run of its own over a small load. */
    private static Daemon trained(HeddleSpeaker plain, Path directory) throws IOException {
        Path cache = directory.resolve("speaker.aot");
        race(plain.with("-XX:AOTCacheOutput=", cache), Load.parse("rr3x100k-tab"), plain.rounds(), 100, directory);
        return Files.exists(cache) && Files.size(cache) > 0 ? plain.with("-XX:AOTCache=", cache) : plain;
    }

    private static List<Figures> race(Daemon daemon, Load load, int rounds, int probes, Path directory)
            throws IOException {
        List<Figures> figures = new ArrayList<>();
        Path own = Files.createTempDirectory(directory, daemon.name() + "-" + load.name() + "-");
        try (Race race = new Race(daemon, load, probes, LIMIT, own)) {
            race.run(rounds, each -> {
                figures.add(each);
                System.err.printf(
                        Locale.ROOT,
                        "%s %s %s: %.3f s, %.2f CPU s, %.0f MB, withdrawn %.3f s, one route %.3f ms %s%n",
                        each.load(),
                        each.daemon(),
                        each.round(),
                        each.seconds(),
                        each.cpu(),
                        each.megabytes(),
                        each.withdrawn(),
                        each.median(),
                        each.failure());
            });
        }
        return figures;
    }
}
