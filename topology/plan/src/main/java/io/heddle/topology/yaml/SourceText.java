package io.heddle.topology.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** From a file to text: bounded, UTF-8 and printable, or problems. */
final class SourceText {

    /** The largest YAML file that is read. */
    static final int LARGEST = 16 << 20;

    /** The parser copies a token once for each thousand characters, so that a long line costs the square of its length. */
    static final int LONGEST_LINE = 65_536;

    static final int MOST_LINES = 500_000;

    private SourceText() {}

    static Optional<String> read(Path file, Problems problems) {
        String name = file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            // A size asked for beforehand says nothing about pipes, and may be stale.
            return decode(name, in.readNBytes(LARGEST + 1), problems);
        } catch (NoSuchFileException e) {
            problems.add(Place.startOf(name), "", "no such file", "a file that can be read");
        } catch (IOException e) {
            problems.add(Place.startOf(name), "", "an unreadable file: " + e.getMessage(), "a file that can be read");
        }
        return Optional.empty();
    }

    static Optional<String> decode(String name, byte[] bytes, Problems problems) {
        if (bytes.length > LARGEST) {
            tooLarge(name, problems);
            return Optional.empty();
        }
        if (bytes.length >= 2 && (bytes[0] == -1 && bytes[1] == -2 || bytes[0] == -2 && bytes[1] == -1)) {
            problems.add(Place.startOf(name), "", "a byte order mark of UTF-16", "UTF-8", "save the file as UTF-8");
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, chars, true);
        chars.flip();
        if (result.isError()) {
            problems.add(
                    placeOf(name, chars, chars.length()),
                    "",
                    "byte 0x%02x".formatted(bytes[in.position()] & 0xFF),
                    "UTF-8",
                    "save the file as UTF-8");
            return Optional.empty();
        }
        return check(name, chars.toString(), problems);
    }

    /** Drops a byte order mark and refuses what no YAML document may hold (YAML 1.2 section 5.1), and what takes too long. */
    static Optional<String> check(String name, String text, Problems problems) {
        if (text.length() > LARGEST) {
            tooLarge(name, problems);
            return Optional.empty();
        }
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\n') {
                line++;
                lineStart = i + 1;
            } else if (c < ' ' ? c != '\t' && c != '\r' : c > '~' && !isPrintable(body, i)) {
                String found = "the control character U+%04X".formatted((int) c);
                problems.add(placeOf(name, body, i), "", found, "printable text");
                return Optional.empty();
            }
            if (i - lineStart >= LONGEST_LINE || line > MOST_LINES) {
                String found =
                        line > MOST_LINES ? "more than " + MOST_LINES + " lines" : "a line longer than " + LONGEST_LINE;
                String expected = line > MOST_LINES ? "at most that many" : "at most that many characters";
                problems.add(new Place(name, line, 1), "", found, expected);
                return Optional.empty();
            }
        }
        return Optional.of(body);
    }

    private static boolean isPrintable(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c == 0x85 || c >= 0xA0 && c < 0xFFFE && c != '\uFEFF';
    }

    private static void tooLarge(String name, Problems problems) {
        problems.add(
                Place.startOf(name),
                "",
                "more than " + (LARGEST >> 20) + " MiB",
                "at most " + (LARGEST >> 20) + " MiB",
                "generate the fabric, and list pods in a CSV file");
    }

    private static Place placeOf(String name, CharSequence text, int index) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(text.charAt(i))) {
                column++;
            }
        }
        return new Place(name, line, column);
    }
}
