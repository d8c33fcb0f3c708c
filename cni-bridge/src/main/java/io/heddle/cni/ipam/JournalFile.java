package io.heddle.cni.ipam;

import io.heddle.json.BadField;
import io.heddle.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The bytes of a journal: a line {@code heddle-ipam FORMAT NUMBER}, then a line an event, {@code CHECKSUM NUMBER EVENT}. The
 * checksum is the CRC-32C of the rest of the line; the number counts events over the life of the node.
 *
 * @param events each with its number
 * @param number the number of the last event
 * @param length bytes up to the end of the last whole line
 */
record JournalFile(List<Numbered> events, long number, int length) {

    static final int FORMAT = 1;

    private static final String MAGIC = "heddle-ipam ";

    record Numbered(long number, LedgerEvent event) {}

    /** The file cannot be trusted; the message says where and what to do. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1;

        Damaged(String message) {
            super(message);
        }
    }

    static byte[] header(long number) {
        return (MAGIC + FORMAT + " " + number + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] line(long number, LedgerEvent event) {
        String rest = number + " " + EventJson.write(event) + "\n";
        byte[] bytes = rest.getBytes(StandardCharsets.UTF_8);
        byte[] line = new byte[9 + bytes.length];
        byte[] sum = HexFormat.of().toHexDigits(sum(bytes, 0, bytes.length - 1)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(sum, 0, line, 0, 8);
        line[8] = ' ';
        System.arraycopy(bytes, 0, line, 9, bytes.length);
        return line;
    }

    /**
     * Reads a journal. An end that was cut off or not wholly written is left out: nobody was told of it. A damaged line before a
     * sound one is no such end.
     */
    static JournalFile read(byte[] bytes) throws Damaged {
        int end = endOfLine(bytes, 0);
        if (end < 0) {
            return new JournalFile(List.of(), 0, 0); // the header was not wholly written
        }
        long number = readHeader(new String(bytes, 0, end, StandardCharsets.US_ASCII));
        int length = end + 1;
        List<Numbered> events = new ArrayList<>();
        int badLine = 0;
        int line = 1;
        for (int start = length; start < bytes.length; start = end + 1) {
            line++;
            end = endOfLine(bytes, start);
            if (end < 0) {
                break;
            }
            Optional<Numbered> event = readLine(bytes, start, end, line);
            if (event.isEmpty()) {
                badLine = badLine == 0 ? line : badLine;
            } else if (badLine != 0) {
                throw new Damaged("line " + badLine + " is damaged and line " + line
                        + " behind it is not, so this is no write that was cut off");
            } else {
                events.add(event.get());
                number = event.get().number();
                length = end + 1;
            }
        }
        return new JournalFile(List.copyOf(events), number, length);
    }

    private static long readHeader(String text) throws Damaged {
        String[] words = text.split(" ", -1);
        if (!text.startsWith(MAGIC) || words.length != 3) {
            throw new Damaged("line 1: found '" + text + "', expected '" + MAGIC + FORMAT + " NUMBER'");
        }
        if (!words[1].equals(String.valueOf(FORMAT))) {
            throw new Damaged("its format is " + words[1] + ", this agent reads format " + FORMAT);
        }
        return Long.parseLong(words[2]);
    }

    private static Optional<Numbered> readLine(byte[] bytes, int start, int end, int line) throws Damaged {
        if (end - start < 12 || bytes[start + 8] != ' ') {
            return Optional.empty();
        }
        String sum = new String(bytes, start, 8, StandardCharsets.US_ASCII);
        if (!sum.equals(HexFormat.of().toHexDigits(sum(bytes, start + 9, end)))) {
            return Optional.empty();
        }
        String rest = new String(bytes, start + 9, end - start - 9, StandardCharsets.UTF_8);
        int space = rest.indexOf(' ');
        try {
            return Optional.of(new Numbered(
                    Long.parseLong(rest.substring(0, space)),
                    EventJson.read(JsonText.read(rest.substring(space + 1).getBytes(StandardCharsets.UTF_8)))));
        } catch (JsonText.NotJson | BadField | IllegalArgumentException e) {
            throw new Damaged("line " + line + ": " + e.getMessage());
        }
    }

    private static int sum(byte[] bytes, int from, int to) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, to - from);
        return (int) sum.getValue();
    }

    private static int endOfLine(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
