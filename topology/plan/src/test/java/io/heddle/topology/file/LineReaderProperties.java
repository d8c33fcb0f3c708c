package io.heddle.topology.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class LineReaderProperties {

    private static List<String> read(InputStream in) throws IOException {
        LineReader reader = new LineReader(in);
        List<String> lines = new ArrayList<>();
        for (@Nullable String each = reader.next(); each != null; each = reader.next()) {
            lines.add(each);
            assertThat(reader.line()).isEqualTo(lines.size());
        }
        return lines;
    }

    @Property(tries = 200)
    void linesComeBackHoweverTheStreamIsCut(@ForAll Random random) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i >= 0; i--) {
            String line = "x".repeat(random.nextInt(30) == 0 ? random.nextInt(60_000) : random.nextInt(40)) + "é";
            lines.add(line);
            text.append(line).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        InputStream whole = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        InputStream cut = new InputStream() {
            @Override
            public int read() throws IOException {
                return whole.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return whole.read(into, offset, Math.min(length, 1 + random.nextInt(5000)));
            }
        };
        assertThat(read(cut)).isEqualTo(lines);
    }

    @Example
    void theLastLineNeedsNoEnd() throws IOException {
        assertThat(read(new ByteArrayInputStream("\uFEFFa\n\nb".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("a", "", "b");
        assertThat(read(InputStream.nullInputStream())).isEmpty();
    }

    @Example
    void aLongLineIsCut() throws IOException {
        byte[] line = "x".repeat(LineReader.LONGEST + 1).getBytes(StandardCharsets.UTF_8);
        assertThat(read(new ByteArrayInputStream(line)).stream().map(String::length))
                .containsExactly(LineReader.LONGEST, 1);
    }
}
