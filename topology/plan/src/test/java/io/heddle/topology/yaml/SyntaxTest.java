package io.heddle.topology.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxTest {

    private static String read(byte[] bytes) {
        Problems problems = new Problems();
        YamlDocument.read("f", bytes, List.of(), problems);
        return problems.toString().strip();
    }

    /** In the texts {@code |} stands for a new line, {@code >} for a tab. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "a: b: c; f:1:5: found a second ': ', expected one 'key: value' a line",
                "a:|>b: 1; f:2:1: found a tab, expected spaces",
                "a: [1, 2; f:1:9: found the end of the file, expected ',' or ']' (the list begins in line 1, column 4)",
                "a: {b: 1|c: 2; f:2:2: found ':', expected ',' or '}' (the mapping begins in line 1, column 4)",
                "a: 'x; f:1:6: found the end of the file, expected a closing quote (the quoted text begins in line 1,",
                "a: 1|  b: 2; f:2:4: found a second ': '",
                "a:|  b: 1| c: 2; f:3:2: found a key, expected the end of the line, or a line indented like the others",
                "- a|b: 1; f:2:1: found a key, expected the end of the line, or a line indented like the others (the list",
                "'a': 'b' c; f:1:10: found text, expected the end of the line",
                "a: 1|foo|b: 2; f:2:1: found a line without ': ', expected 'key: value'",
                "a: \"\\q\"; f:1:6: found an unknown escape character q(113), expected an escape such as \\n",
                "a: @x; f:1:4: found character '@', expected a value; put it in quotes",
                "a: ]; f:1:4: found ']', expected a value",
                "a: *x; f:1:4: found alias *x, expected the name of an anchor above",
                "a: &x [*x]; f:1:8: found alias *x inside what it stands for",
                "a: 1|---|b: 2; f:2:1: found a second document, expected one document a file",
                "%YAML 3.0|---|a: 1; f:1:1: found incompatible YAML document",
                "a: !!int 3; f:1:4: found tag !!int, expected a value without a tag",
                "a: !foo 3; f:1:4: found tag !foo, expected a value without a tag",
                "a: &x {}|<<: *x; f:2:1: found the merge key <<, expected keys written out",
                "? [a]|: b; f:1:3: found a list as a key, expected a word",
                "? {a: b}|: b; f:1:3: found a mapping as a key, expected a word",
                "a: 1|b: 2|a: 3; f:3:1: found key 'a' twice, expected each key once; the first is in line 1",
                "# nothing; f:1:1: found an empty file, expected a YAML mapping",
            })
    void syntaxErrorsNameTheirPlace(String text, String expected) {
        assertThat(read(text.replace('|', '\n').replace('>', '\t').getBytes(StandardCharsets.UTF_8)))
                .startsWith(expected);
    }

    @Test
    void theRestOfTheFileIsReadAfterAKeyThatIsRefused() {
        assertThat(read("a: 1\na: 2\n<<: 3\n? [x]\n: 4\nb: !t 5\n".getBytes(StandardCharsets.UTF_8))
                        .lines())
                .hasSize(4);
    }

    @Test
    void bytesThatAreNoUtf8NameTheirPlace() {
        assertThat(read("a: 1\nb: ä\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("f:2:4: found byte 0xe4, expected UTF-8 (save the file as UTF-8)");
        assertThat(read("a: ä".getBytes(StandardCharsets.UTF_16)))
                .isEqualTo("f:1:1: found a byte order mark of UTF-16, expected UTF-8 (save the file as UTF-8)");
        assertThat(read(new byte[] {'a', ':', ' ', (byte) 0xC3})).startsWith("f:1:4: found byte 0xc3");
    }

    @Test
    void controlCharactersNameTheirPlace() {
        assertThat(read("a: ä\nb: x\u0007".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("f:2:5: found the control character U+0007, expected printable text");
    }

    @Test
    void aByteOrderMarkAndForeignTextAreRead() {
        assertThat(read("\uFEFFa: ä€😀\r\nb: 2\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void aMissingFileIsAProblem() {
        Problems problems = new Problems();
        YamlNode root = YamlDocument.read(Path.of("no-such.yaml"), List.of(), problems);
        assertThat(root.isPresent()).isFalse();
        assertThat(problems).hasToString("no-such.yaml:1:1: found no such file, expected a file that can be read\n");
    }
}
