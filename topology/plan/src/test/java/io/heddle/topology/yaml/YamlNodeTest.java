package io.heddle.topology.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.Prefix;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlNodeTest {

    private final Problems problems = new Problems();

    private YamlNode read(String text, String... settings) {
        return YamlDocument.read(
                "f.yaml", text, List.of(settings).stream().map(Setting::parse).toList(), problems);
    }

    private String said() {
        return problems.toString().strip();
    }

    @Test
    void aProblemNamesFileLineColumnPathFoundAndExpected() {
        YamlNode root = read("""
                nodes:
                  - speed: 25G
                  - speed: 25gig
                """);
        List<YamlNode> nodes = root.mapping(Keys.required("nodes")).at("nodes").list();
        assertThat(nodes.get(0).mapping(Keys.of("speed")).at("speed").parse("a speed", Bandwidth::parse))
                .contains(Bandwidth.gigabits(25));
        assertThat(nodes.get(1).mapping(Keys.of("speed")).at("speed").parse("a speed", Bandwidth::parse))
                .isEmpty();
        assertThat(said()).isEqualTo("f.yaml:3:12: nodes[1].speed: found '25gig', expected a form like 25G or 100M");
    }

    @Test
    void aMessageWithoutExpectationBecomesTheHint() {
        assertThat(read("net: 10.0.0.1/24").peek("net").parse("a prefix", Prefix::parse))
                .isEmpty();
        assertThat(said())
                .isEqualTo("f.yaml:1:6: net: found '10.0.0.1/24', expected a prefix (10.0.0.1/24 has host bits set;"
                        + " did you mean 10.0.0.0/24?)");
    }

    @Test
    void unknownAndMissingKeysAreReportedTogetherWithTheNearest() {
        YamlMapping root = read("nmae: a\nrole: leaf\n")
                .mapping(Keys.required("name", "kind").optional("role"));
        assertThat(said().lines())
                .containsExactly(
                        "f.yaml:1:1: found unknown key 'nmae', expected one of name, kind, role (did you mean 'name'?)",
                        "f.yaml:1:1: found no key 'kind', expected one; the mapping has the keys name, kind, role");
        assertThat(root.at("name").text("a name")).isEmpty();
        assertThat(problems.count()).isEqualTo(2);
    }

    @Test
    void askingForAnUndeclaredKeyIsAProgrammingError() {
        YamlMapping root = read("a: 1").mapping(Keys.of("a"));
        assertThatThrownBy(() -> root.at("b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wordsAreMatchedByTheirText() {
        assertThat(read("r: super-spine").peek("r").oneOf(SwitchRole.values())).contains(SwitchRole.SUPER_SPINE);
        assertThat(read("r: laef").peek("r").oneOf(SwitchRole.values())).isEmpty();
        assertThat(said())
                .isEqualTo("f.yaml:1:4: r: found 'laef', expected one of leaf, border-leaf, spine, super-spine,"
                        + " out-of-band (did you mean 'leaf'?)");
    }

    @Test
    void integersAreBoundedAndUnquoted() {
        YamlNode root = read("{a: 5, b: 4095, c: '5', d: 0x10, e: 99999999999999999999, f: 010, g: }");
        assertThat(root.peek("a").integer(1, 4094)).hasValue(5);
        for (String key : List.of("b", "c", "d", "e", "f", "g")) {
            assertThat(root.peek(key).integer(1, 4094, 7)).isEqualTo(7);
        }
        assertThat(problems.list().stream().map(Problem::found))
                .containsExactly("'4095'", "the text '5'", "'0x10'", "'99999999999999999999'", "'010'", "nothing");
        assertThat(root.peek("h").integer(1, 2)).isEmpty();
        assertThat(problems.count()).isEqualTo(6);
    }

    @Test
    void onlyTrueAndFalseAreBooleans() {
        YamlNode root = read("{a: true, b: false, c: yes}");
        assertThat(root.peek("a").bool(false)).isTrue();
        assertThat(root.peek("b").bool(true)).isFalse();
        assertThat(root.peek("c").bool(true)).isTrue();
        assertThat(said()).isEqualTo("f.yaml:1:24: c: found 'yes', expected true or false (write true)");
    }

    @Test
    void keysThePersonChoseAreRead() {
        List<YamlEntry> entries = read("b: 1\na: 2\n").entries();
        assertThat(entries.stream().map(each -> each.key().text("a name").orElseThrow()))
                .containsExactly("b", "a");
        assertThat(entries.get(1).value().path()).isEqualTo("a");
    }

    @Test
    void aSettingReplacesAValueAndIsNamedInItsProblems() {
        YamlNode root = read(
                "generate: {racks: 3}\nnodes: [{count: 1}, {count: 2}]\n", "generate.racks=many", "nodes[1].count=9");
        assertThat(root.peek("nodes").list().get(1).peek("count").integer(0, 99))
                .hasValue(9);
        assertThat(root.peek("nodes").list().get(0).peek("count").integer(0, 99))
                .hasValue(1);
        root.peek("generate").peek("racks").integer(1, 1000);
        assertThat(said())
                .isEqualTo("--set generate.racks=many:1:1: generate.racks: found 'many', expected a whole number"
                        + " from 1 to 1000");
    }

    @Test
    void aSettingMayAddKeysAndLists() {
        YamlNode root = read("a: 1\n", "b.c=[x, y]");
        assertThat(root.peek("b").peek("c").list()).hasSize(2);
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void aSettingThatFitsNowhereIsAProblem() {
        read("a: 1\nlist: [1]\n", "a.b=1", "list[1]=2", "a[0]=1");
        assertThat(said().lines())
                .containsExactlyInAnyOrder(
                        "--set a.b=1:1:1: a: found '1', expected a mapping with a key 'b'",
                        "--set list[1]=2:1:1: list: found a list of 1, expected a position below that, from 0",
                        "--set a[0]=1:1:1: a: found '1', expected a list");
    }

    @Test
    void aSettingWithoutPathOrValueIsRefused() {
        for (String bad : List.of("racks", "=3", "a..b=1", "a[x]=1", "[0]=1", ".a=1")) {
            assertThatThrownBy(() -> Setting.parse(bad)).hasMessageContaining("expected");
        }
    }

    @Test
    void problemsBeyondTheBoundAreCounted() {
        read("a").problems();
        for (int i = 0; i < 150; i++) {
            problems.add(Place.startOf("f"), "", "x", "y");
        }
        assertThat(problems.isFull()).isTrue();
        assertThat(said()).endsWith("and 50 more");
    }

    @Test
    void aliasesStandForValues() {
        YamlNode root = read("a: &x {k: 1}\nb: *x\n");
        assertThat(root.peek("b").peek("k").integer(0, 9)).hasValue(1);
        assertThat(root.peek("b").peek("k").path()).isEqualTo("b.k");
    }

    @Test
    void anotherOrNewerFormatIsRefusedByName() {
        Format format = new Format("fabric", 1);
        assertThat(format.accepts(read("heddle: fabric/1"))).isTrue();
        assertThat(format.accepts(read("heddle: fabric/2"))).isFalse();
        assertThat(format.accepts(read("heddle: scenario/1"))).isFalse();
        assertThat(format.accepts(read("name: x"))).isFalse();
        assertThat(said().lines())
                .containsExactly(
                        "f.yaml:1:1: found no key 'heddle', expected 'heddle: fabric/1'",
                        "f.yaml:1:9: heddle: found 'fabric/2', expected fabric/1 (a newer Heddle wrote this; this one"
                                + " reads up to version 1)",
                        "f.yaml:1:9: heddle: found 'scenario/1', expected fabric/1");
    }
}
