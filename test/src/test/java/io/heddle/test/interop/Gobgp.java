package io.heddle.test.interop;

import io.heddle.lab.json.JsonReader;
import io.heddle.lab.json.JsonValue;
import io.heddle.lab.linux.LabException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** GoBGP in their namespace, AS 65002. */
final class Gobgp {

    static final String DAEMON = "/usr/bin/gobgpd";
    static final String CLIENT = "/usr/bin/gobgp";

    private static final List<String> ORIGINS = List.of("IGP", "EGP", "INCOMPLETE");

    private final Bed bed;
    private @Nullable Process process;

    private Gobgp(Bed bed) {
        this.bed = bed;
    }

    /** A neighbour as a block of its configuration. */
    record Neighbor(String address, long as, boolean passive, String password, int restartTime, String family) {

        static Neighbor of(String address, long as) {
            return new Neighbor(address, as, true, "", 0, "ipv4-unicast");
        }

        Neighbor connecting() {
            return new Neighbor(address, as, false, password, restartTime, family);
        }

        Neighbor with(String key) {
            return new Neighbor(address, as, passive, key, restartTime, family);
        }

        Neighbor restartingWithin(int seconds) {
            return new Neighbor(address, as, passive, password, seconds, family);
        }

        Neighbor evpn() {
            return new Neighbor(address, as, passive, password, restartTime, "l2vpn-evpn");
        }

        /** EVPN, of which each says what it wants by route targets (RFC 4684). */
        Neighbor evpnByTargets() {
            return new Neighbor(address, as, passive, password, restartTime, "l2vpn-evpn rtc");
        }

        private List<String> lines() {
            List<String> lines = new ArrayList<>(List.of(
                    "[[neighbors]]",
                    "[neighbors.config]",
                    "neighbor-address = \"" + address + "\"",
                    "peer-as = " + as,
                    "auth-password = \"" + password + "\"",
                    "[neighbors.transport.config]",
                    "passive-mode = " + passive,
                    "local-address = \"10.8.0.2\"",
                    "[neighbors.timers.config]",
                    "hold-time = 9",
                    "keepalive-interval = 3",
                    "connect-retry = 1",
                    "idle-hold-time-after-reset = 1"));
            if (restartTime > 0) {
                lines.addAll(List.of(
                        "[neighbors.graceful-restart.config]", "enabled = true", "restart-time = " + restartTime));
            }
            for (String each : family.split(" ", -1)) {
                lines.addAll(List.of(
                        "[[neighbors.afi-safis]]", "[neighbors.afi-safis.config]", "afi-safi-name = \"" + each + "\""));
                if (restartTime > 0) {
                    lines.addAll(List.of("[neighbors.afi-safis.mp-graceful-restart.config]", "enabled = true"));
                }
            }
            return lines;
        }
    }

    static Gobgp start(Bed bed, Neighbor... neighbors) throws Exception {
        Gobgp gobgp = new Gobgp(bed);
        List<String> lines = new ArrayList<>(List.of(
                "[global.config]", "as = 65002", "router-id = \"10.8.0.2\"", "local-address-list = [\"10.8.0.2\"]"));
        Stream.of(neighbors).forEach(each -> lines.addAll(each.lines()));
        Files.write(bed.directory.resolve("gobgp.toml"), lines);
        gobgp.startAgain();
        return gobgp;
    }

    void startAgain() throws Exception {
        process = bed.start(
                DAEMON,
                "-f",
                bed.directory.resolve("gobgp.toml").toString(),
                "-t",
                "toml",
                "--log-level=info",
                "--api-hosts=127.0.0.1:50051",
                "--pprof-disable");
        bed.until("gobgpd answers", this::answers);
    }

    private boolean answers() {
        try {
            ask("global");
            return true;
        } catch (LabException e) {
            return false;
        }
    }

    void kill() throws InterruptedException {
        Objects.requireNonNull(process).destroyForcibly().waitFor();
    }

    /** What its log says so far. */
    String log() throws Exception {
        return Files.readString(bed.directory.resolve("output"));
    }

    String ask(String... words) throws LabException {
        return bed.run(Stream.concat(Stream.of(CLIENT), Stream.of(words)).toArray(String[]::new));
    }

    /** Everything in its table. */
    SortedSet<Entry> table() throws LabException {
        SortedSet<Entry> entries = new TreeSet<>();
        String text = ask("-j", "global", "rib");
        if (!text.strip().startsWith("{")) {
            return entries;
        }
        JsonReader.read(text, "gobgp global rib").members().forEach((prefix, paths) -> {
            for (JsonValue path : paths.items()) {
                entries.add(entry(prefix, path.items("attrs")));
            }
        });
        return entries;
    }

    private static Entry entry(String prefix, List<JsonValue> attributes) {
        String origin = "";
        String asPath = "";
        String nextHop = "";
        long med = -1;
        List<String> communities = new ArrayList<>();
        for (JsonValue each : attributes) {
            switch ((int) each.number("type").orElse(0)) {
                case 1 -> origin = ORIGINS.get((int) each.number("value").orElse(0));
                case 2 -> asPath = String.join(" ", asns(each));
                case 3 -> nextHop = each.text("nexthop").orElse("");
                case 4 -> med = each.number("metric").orElse(-1);
                case 8 -> each.items("communities").forEach(one -> communities.add(community(one)));
                // Others are not compared.
                default -> {}
            }
        }
        return new Entry(prefix, nextHop, asPath, origin, med, communities);
    }

    private static List<String> asns(JsonValue path) {
        return path.items("as_paths").stream()
                .flatMap(segment -> segment.items("asns").stream())
                .map(each -> ((JsonValue.Scalar) each).text())
                .toList();
    }

    private static String community(JsonValue value) {
        long number = Long.parseLong(((JsonValue.Scalar) value).text());
        return (number >>> 16) + ":" + (number & 0xFFFF);
    }
}
