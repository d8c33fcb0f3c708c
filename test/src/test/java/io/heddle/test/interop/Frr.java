package io.heddle.test.interop;

import io.heddle.lab.json.JsonReader;
import io.heddle.lab.json.JsonValue;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.model.net.Prefix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** FRR's zebra and bgpd in their namespace, AS 65002. */
final class Frr {

    static final String BGPD = "/usr/lib/frr/bgpd";
    static final String ZEBRA = "/usr/lib/frr/zebra";

    /** What every configuration begins with. */
    static final List<String> HEAD = List.of(
            "frr defaults datacenter",
            "hostname theirs",
            "bgp route-map delay-timer 0",
            "router bgp 65002",
            " bgp router-id 10.8.0.2",
            " no bgp ebgp-requires-policy",
            " no bgp default ipv4-unicast",
            " no bgp network import-check",
            " bgp bestpath as-path multipath-relax");

    private final Bed bed;
    private Process bgpd;

    private Frr(Bed bed, Process bgpd) {
        this.bed = bed;
        this.bgpd = bgpd;
    }

    /** With {@link #HEAD} and this. */
    static Frr start(Bed bed, FrrConfig config) throws Exception {
        List<String> all = new ArrayList<>(HEAD);
        all.addAll(config.lines());
        Files.write(bed.directory.resolve("zebra.conf"), List.of("hostname theirs", "no zebra nexthop kernel enable"));
        Files.write(bed.directory.resolve("bgpd.conf"), all);
        Command.of("chown", "-R", "frr:frr", bed.directory.toString()).output();
        bed.start(words(bed, ZEBRA).toArray(String[]::new));
        bed.until("zebra serves", () -> Files.exists(bed.directory.resolve("zserv.api")));
        Frr frr = new Frr(bed, bed.start(words(bed, BGPD).toArray(String[]::new)));
        frr.untilItAnswers();
        return frr;
    }

    private static Stream<String> words(Bed bed, String daemon) {
        Path here = bed.directory;
        String name = Path.of(daemon).getFileName().toString();
        return Stream.of(
                daemon,
                "-f",
                here.resolve(name + ".conf").toString(),
                "-i",
                here.resolve(name + ".pid").toString(),
                "-z",
                here.resolve("zserv.api").toString(),
                "--vty_socket",
                here.toString(),
                "-P",
                "0",
                "--log",
                "file:" + here.resolve(name + ".log"));
    }

    private void untilItAnswers() throws Exception {
        bed.until("bgpd answers", () -> Files.exists(bed.directory.resolve("bgpd.vty")));
    }

    /** Kills bgpd as a crash would. */
    void kill() throws InterruptedException {
        bgpd.destroyForcibly().waitFor();
    }

    void startAgain() throws Exception {
        Files.deleteIfExists(bed.directory.resolve("bgpd.vty"));
        bgpd = bed.start(words(bed, BGPD).toArray(String[]::new));
        untilItAnswers();
    }

    /** Takes a network out of the configuration of the next start. */
    void without(Prefix network) throws IOException {
        Path file = bed.directory.resolve("bgpd.conf");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove("  network " + network);
        Files.write(file, lines);
    }

    String ask(String... commands) throws LabException {
        Stream<String> words = Stream.concat(
                Stream.of("vtysh", "--vty_socket", bed.directory.toString(), "-d", "bgpd"),
                Stream.of(commands).flatMap(each -> Stream.of("-c", each)));
        return Command.of(words.toArray(String[]::new)).output();
    }

    JsonValue json(String question) throws LabException {
        return JsonReader.read(ask(question + " json"), question);
    }

    /** What a session says of itself. */
    JsonValue neighbor(String address) throws LabException {
        return json("show bgp neighbors " + address).find(address).orElseThrow();
    }

    /** What FRR has from a neighbour, its communities left out. */
    SortedSet<Entry> from(String neighbor, String family) throws LabException {
        SortedSet<Entry> entries = new TreeSet<>();
        JsonValue routes = json("show bgp " + family + " unicast neighbors " + neighbor + " routes");
        routes.find("routes").ifPresent(all -> all.members().forEach((prefix, paths) -> {
            for (JsonValue path : paths.items()) {
                entries.add(new Entry(
                        prefix,
                        path.items("nexthops").getFirst().text("ip").orElse("none"),
                        path.text("path").orElse(""),
                        path.text("origin").orElse(""),
                        path.number("metric").orElse(-1),
                        List.of()));
            }
        }));
        return entries;
    }
}
