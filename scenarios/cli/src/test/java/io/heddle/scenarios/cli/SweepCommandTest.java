package io.heddle.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {

    private static final String SCENARIO = """
            heddle: scenario/1
            name: small
            title: A rack
            why: It shows nothing.
            fabric:
              networks: [{name: nodes, vlan: 100, subnets: [10.0.0.0/24]}]
              generate:
                kind: rack-pair
                leaf: dell-s5248f/os10/default
                pair-mode: mlag-anycast
                peer-link-speed: 100G
                nodes:
                  - kind: node
                    count: 2
                    cards: [{name: nic0, ports: 2, speed: 25G}]
                    bonds: [{name: bond0, members: [nic0.1, nic0.2], networks: [nodes]}]
            design: flat-l2
            ipam: {ipv4-pool: 10.244.0.0/16}
            failures: all
            expect:
              - counts: {nodes: 2}
            """;

    private static final String NODES = "fabric.generate.nodes[0].count=";
    private static final int POINTS = 60;
    private static final long DEADLINE = TimeUnit.MINUTES.toNanos(3);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private Path scenario;
    private Path results;

    @BeforeEach
    void files() throws IOException {
        scenario = Files.writeString(directory.resolve("small.yaml"), SCENARIO);
        results = directory.resolve("out/results.jsonl");
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        return Main.run(
                List.of(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> command() {
        return List.of(
                "sweep",
                scenario.toString(),
                "--vary",
                NODES + "1..12",
                "--vary",
                "pods.per-node=1..5",
                "--results",
                results.toString());
    }

    @Test
    void everyPointIsInTheTableInTheOrderOfTheGrid() throws IOException {
        Path csv = directory.resolve("t.csv");
        Path page = directory.resolve("t.html");
        assertThat(run(
                        "sweep",
                        scenario.toString(),
                        "--vary",
                        NODES + "2,4,many",
                        "--csv",
                        "" + csv,
                        "--html",
                        "" + page))
                .isEqualTo(Command.HOLDS);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactly("fabric.generate.nodes[0].count", "2", "4", "many");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 of 1", "0 of 1", "refused");
        assertThat(Files.readAllLines(csv)).hasSize(4);
        assertThat(Files.readString(page)).contains("2 of 3 points can be built");
    }

    @Test
    void casesAndScenariosCanBeVariedToo() {
        assertThat(run("sweep", "calico-as-per-server", "rack-aggregates", "--vary", "fabric.generate.racks=2"))
                .isEqualTo(Command.HOLDS);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("scenario", "calico-as-per-server  2");
    }

    /** Kill -9 in the middle, and half a line as if the machine had died: what is done is kept, and the rest comes to the same. */
    @Test
    void aKilledSweepIsTakenUpWhereItWas() throws IOException, InterruptedException {
        List<String> before = killed();
        Files.writeString(results, "{\"settings\":[\"fab", StandardOpenOption.APPEND);

        assertThat(run(command().toArray(String[]::new))).isEqualTo(Command.HOLDS);

        String resumed = out.toString(StandardCharsets.UTF_8);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo((before.size() - 1) + " of 60 points are there already\n");
        assertThat(Files.readAllLines(results)).hasSize(POINTS + 1).startsWith(before.toArray(String[]::new));
        Files.delete(results);
        assertThat(run(command().toArray(String[]::new))).isEqualTo(Command.HOLDS);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(resumed);
    }

    /** Whole lines of a sweep that was killed between its first and its last row. */
    private List<String> killed() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + DEADLINE;
        while (System.nanoTime() < deadline) {
            Files.deleteIfExists(results);
            Process sweep = started();
            while (sweep.isAlive() && rows() < 3 && System.nanoTime() < deadline) {
                sweep.waitFor(1, TimeUnit.MILLISECONDS);
            }
            sweep.destroyForcibly().waitFor();
            String text = Files.exists(results) ? Files.readString(results) : "";
            List<String> whole =
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
            if (whole.size() > 2 && whole.size() <= POINTS) {
                return whole;
            }
        }
        throw new AssertionError("no sweep was seen between its first and its last row");
    }

    private Process started() throws IOException {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        java.addAll(command());
        return new ProcessBuilder(java)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private long rows() throws IOException {
        return Files.exists(results) ? Files.readString(results).lines().count() - 1 : 0;
    }

    @Test
    void resultsOfSomethingElseAreRefusedAndLeftAlone() throws IOException {
        String[] sweep = {"sweep", "" + scenario, "--vary", NODES + "2", "--results", "" + results};
        assertThat(run(sweep)).isEqualTo(Command.HOLDS);
        String kept = Files.readString(results);

        Files.writeString(scenario, SCENARIO.replace("failures: all", "failures: none"));
        assertThat(run(sweep)).isEqualTo(Command.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("results of " + scenario, "or a new name");
        assertThat(Files.readString(results)).isEqualTo(kept);

        for (String other : List.of("a letter\nof mine\n", "no line feed", kept + "{}\n" + kept)) {
            Files.writeString(scenario, SCENARIO);
            Files.writeString(results, other);
            assertThat(run(sweep)).isEqualTo(Command.BAD_INPUT);
            assertThat(Files.readString(results)).isEqualTo(other);
        }
    }

    @Test
    void aGridThatIsNoneIsTheUsersMistake() {
        assertThat(run("sweep", scenario.toString())).isEqualTo(Command.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--vary is missing");
        assertThat(run("sweep", scenario.toString(), "--vary", "fabric.generate.rooms=1,2"))
                .isEqualTo(Command.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("none of 2 points can be built", "'rooms'");
        assertThat(run("sweep", scenario.toString(), "--vary", NODES + "1,2", "--set", NODES + "3"))
                .isEqualTo(Command.BAD_INPUT);
        assertThat(run("sweep", scenario.toString(), "--vary", "case=a,b")).isEqualTo(Command.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no case 'a'");
    }
}
