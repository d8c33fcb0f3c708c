package io.heddle.test.interop;

import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.model.net.Prefix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** BIRD in their namespace, AS 65002, its session with us called {@code ours}. */
final class Bird {

    static final String BIRD = "/usr/sbin/bird";

    private static final Pattern PREFIX = Pattern.compile("^([0-9a-f.:]+/\\d+)\\s");
    private static final Pattern ATTRIBUTE = Pattern.compile("^\\s+BGP\\.(\\w+): ?(.*)$");
    private static final Pattern COMMUNITY = Pattern.compile("\\((\\d+),(\\d+)\\)");

    private final Bed bed;
    private @Nullable Process process;

    private Bird(Bed bed) {
        this.bed = bed;
    }

    /**
     * Starts it.
     *
     * @param session what the session has besides addresses and short timers
     * @param channel what its IPv4 channel has besides
     */
    static Bird start(Bed bed, List<String> session, List<String> channel, List<Prefix> routes) throws Exception {
        Bird bird = new Bird(bed);
        bird.configure(session, channel, routes);
        bird.startAgain();
        return bird;
    }

    /** Writes the configuration for the next start or for {@code configure}. */
    void configure(List<String> session, List<String> channel, List<Prefix> routes) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "router id 10.8.0.2;",
                "log \"" + bed.directory.resolve("bird.log") + "\" all;",
                "protocol device {}",
                "protocol static statics { ipv4;"));
        routes.forEach(each -> lines.add("route " + each + " blackhole;"));
        lines.add("}");
        lines.add("protocol bgp ours { local 10.8.0.2 as 65002; neighbor 10.8.0.1 as 65001; hold time 9;");
        lines.add("connect retry time 1; connect delay time 1; error wait time 1, 1; error forget time 1;");
        session.forEach(each -> lines.add(each + ";"));
        lines.add("ipv4 { import all; export where source = RTS_STATIC;");
        channel.forEach(each -> lines.add(each + ";"));
        lines.add("}; }");
        Files.write(bed.directory.resolve("bird.conf"), lines);
    }

    void startAgain() throws Exception {
        Files.deleteIfExists(control());
        process = bed.start(
                BIRD,
                "-f",
                "-c",
                bed.directory.resolve("bird.conf").toString(),
                "-s",
                control().toString());
        bed.until("bird answers", () -> Files.exists(control()));
    }

    private Path control() {
        return bed.directory.resolve("bird.ctl");
    }

    /** Kills it as a crash would. */
    void kill() throws InterruptedException {
        Objects.requireNonNull(process).destroyForcibly().waitFor();
    }

    String ask(String question) throws LabException {
        return Command.of("birdc", "-s", control().toString(), question).output();
    }

    String session() throws LabException {
        return ask("show protocols all ours");
    }

    /** What it has from us. */
    SortedSet<Entry> fromUs() throws LabException {
        SortedSet<Entry> entries = new TreeSet<>();
        String prefix = "";
        Draft draft = new Draft();
        for (String line : ask("show route protocol ours all").split("\n", -1)) {
            Matcher first = PREFIX.matcher(line);
            Matcher attribute = ATTRIBUTE.matcher(line);
            if (first.find() || line.strip().startsWith("unicast")) {
                draft.addTo(entries, prefix);
                draft = new Draft();
                prefix = first.reset().find() ? first.group(1) : prefix;
            } else if (attribute.matches()) {
                draft.set(attribute.group(1), attribute.group(2));
            }
        }
        draft.addTo(entries, prefix);
        return entries;
    }

    private static final class Draft {
        private String nextHop = "";
        private String asPath = "";
        private String origin = "";
        private long med = -1;
        private final List<String> communities = new ArrayList<>();

        void set(String name, String value) {
            switch (name) {
                case "next_hop" -> nextHop = value.split(" ", -1)[0];
                case "as_path" -> asPath = value;
                case "origin" -> origin = value.toUpperCase(Locale.ROOT);
                case "med" -> med = Long.parseLong(value);
                case "community" -> {
                    Matcher each = COMMUNITY.matcher(value);
                    while (each.find()) {
                        communities.add(each.group(1) + ":" + each.group(2));
                    }
                }
                // Others are not compared.
                default -> {}
            }
        }

        void addTo(SortedSet<Entry> entries, String prefix) {
            if (!nextHop.isEmpty()) {
                entries.add(new Entry(prefix, nextHop, asPath, origin, med, communities));
            }
        }
    }
}
