package io.heddle.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with what a person gives: exit code 2, the reason on standard error, nothing on standard output. */
class BadInputTest {

    private static final String GOOD = """
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
            expect:
              - counts: {nodes: 2}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private int run(String... words) {
        return Main.run(
                Arrays.asList(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("small.yaml"), text);
    }

    private void assertRefused(int exitCode, String reason) {
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(reason);
        assertThat(exitCode).isEqualTo(Command.BAD_INPUT);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void theFileThatTheseStartFromIsGood() throws IOException {
        assertThat(run("simulate", file(GOOD).toString())).isEqualTo(Command.HOLDS);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    heddle: scenario/1      | heddle: scenario/2           | small.yaml:1:9
                    heddle: scenario/1      | heddle: fabric/1             | expected scenario/1
                    title: A rack           | titel: A rack                | did you mean 'title'?
                    why: It shows nothing.  | source: nobody               | no key 'why'
                    design: flat-l2         | design: flat-l3              | did you mean 'flat-l2'?
                    design: flat-l2         | design: {name: mine}         | small.yaml:17
                    dell-s5248f/os10        | dell-s5248/os10              | dell-s5248
                    pair-mode: mlag-anycast | pair-mode: mlag              | expected one of single
                    vlan: 100               | vlan: 4095                   | from 1 to 4094
                    networks: [nodes]       | networks: [node]             | small.yaml:16
                    counts: {nodes: 2}      | counts: {node: 2}            | did you mean 'nodes'?
                    - counts: {nodes: 2}    | - count: 2                   | unknown key 'count'
                    - counts: {nodes: 2}    | - {counts: {}, capacity: {}} | expected one, the kind of expectation
                    - counts: {nodes: 2}    | - table: {role: leaf}        | no key 'resource'
                    - counts: {nodes: 2}    | - entries: {kind: mac, count: 1} | neither 'switch' nor 'role'
                    - counts: {nodes: 2}    | - route: {role: leaf, prefix: 10.0.0.1/24} | did you mean 10.0.0.0/24
                    - counts: {nodes: 2}    | - resilience: {losing: node, survives: true} | expected one of switch
                    design: flat-l2         | failures: some               | expected one of none
                    design: flat-l2         | capacity: {grows: racks, to: 9} | without a design
                    design: flat-l2         | cases: []                    | no case
                    design: flat-l2         | cases: [{name: a}, {name: a}] | again
                    design: flat-l2         | cases: [{name: a, set: {fabric.generate: 7}}] | a mapping
                    design: flat-l2         | devices: {limits: [x]}       | expected a form like
                    design: flat-l2         | pods: {per-node: 1099511627776} | expected a whole number
                    design: flat-l2         | plan: {links: both}          | expected one of numbered
                    nodes: 2}               | nodes: 2                     | small.yaml
                    """)
    void aMistakeInTheFileIsToldWithItsPlace(String part, String wrong, String reason) throws IOException {
        assertThat(GOOD).contains(part);
        assertRefused(run("simulate", file(GOOD.replace(part, wrong)).toString()), reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    simulat                                      | did you mean 'simulate'?
                    simulate                                     | usage: heddle simulate
                    simulate nowhere                             | no scenario and no file 'nowhere'
                    simulate dell-kubeflow-rak                   | did you mean dell-kubeflow-rack?
                    simulate vtep-128 --jsn                      | did you mean --json?
                    simulate vtep-128 --set                      | --set needs path=value
                    simulate vtep-128 --set racks                | sets nothing
                    simulate vtep-128 --set fabric.racks=1       | unknown key 'racks'
                    simulate vtep-128 --case nine                | no case 'nine' in vtep-128
                    simulate vtep-128 more                       | one word too many
                    tables dell-kubeflow-rack leaf-1-3           | did you mean leaf-1-1?
                    capacity superpod-b200                       | has no design
                    capacity vtep-128 --to many                  | expected a whole number
                    trace vtep-128 --from node-1-1               | --to is missing
                    trace vtep-128 --from node-1 --to node-1-1   | did you mean node-1-1?
                    trace vtep-128 --from node-1-1 --to 1.2.3.4  | no pod and no node has this address
                    trace vtep-128 --from node-1-1 --to node-2-1 --fail leaf-1 | did you mean leaf-1-1?
                    trace vtep-128 --from node-1-1 --to node-2-1 --fail leaf-1-1:swp99 | no cable is in that port
                    trace vtep-128 --from node-1-1 --to node-2-1 --flow sctp:1:2 | expected the form udp:49152:4791
                    trace vtep-128 --from node-1-1 --to node-2-1 --hash crc | expected one of five-tuple
                    load superpod-b200 --pattern rings           | did you mean ring?
                    load superpod-b200 --ranks 513               | this fabric has room for 512
                    load superpod-b200 --ranks 8 --servers 8     | at most 7 can be parameter servers
                    load superpod-b200 --bytes 0                 | expected a whole number from 1
                    devices dell-s5284f                          | did you mean dell-s5248f?
                    """)
    void aMistakeOnTheCommandLineIsTold(String words, String reason) {
        assertRefused(run(words.split(" ", -1)), reason);
    }

    @Test
    void whatCannotBeBuiltIsTheInputsFault() throws IOException {
        assertRefused(
                run("simulate", file(GOOD.replace("count: 2", "count: 60")).toString()), "ports needed at 25G");
    }

    @Test
    void severalMistakesAreToldAtOnce() throws IOException {
        String two = GOOD.replace("design: flat-l2", "design: flat-l3").replace("nodes: 2}", "node: 2}");
        assertRefused(run("simulate", file(two).toString()), "flat-l3");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("unknown key 'node'");
    }

    @Test
    void aFolderIsNoScenario() {
        assertRefused(run("simulate", directory.toString()), "unreadable");
    }

    @Test
    void whatDoesNotHoldIsNoMistake() throws IOException {
        assertThat(run("simulate", file(GOOD.replace("nodes: 2}", "nodes: 3}")).toString()))
                .isEqualTo(Command.DOES_NOT_HOLD);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("FAIL", "3 nodes", "found: 2 nodes");
        assertThat(List.of(err.size())).containsExactly(0);
    }
}
