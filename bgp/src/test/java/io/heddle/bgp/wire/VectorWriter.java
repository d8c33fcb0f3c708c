package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Octets;
import java.util.Arrays;
import java.util.Map;

/** Writes a captured message as the text of a {@link WireVector}, one field a line. */
final class VectorWriter {

    private static final Map<Integer, String> TYPES =
            Map.of(1, "OPEN", 2, "UPDATE", 3, "NOTIFICATION", 4, "KEEPALIVE", 5, "ROUTE-REFRESH");

    private final byte[] in;
    private final StringBuilder text = new StringBuilder();

    private VectorWriter(byte[] in) {
        this.in = in;
    }

    static String write(String title, String session, byte[] message) {
        SessionOptions options = WireVector.options(session);
        VectorWriter writer = new VectorWriter(message);
        writer.text
                .append("# ")
                .append(title)
                .append("\nsession: ")
                .append(session)
                .append('\n');
        boolean canonical = Arrays.equals(Rewritten.of(message, options), message);
        writer.text.append("canonical: ").append(canonical ? "yes" : "no").append('\n');
        WireText.of(message, options)
                .forEach(line -> writer.text.append("value: ").append(line).append('\n'));
        writer.message(options);
        return writer.text.toString();
    }

    private void message(SessionOptions options) {
        line(0, 16, "marker");
        line(16, 18, "length " + in.length);
        line(18, 19, "type " + TYPES.get(in[18] & 0xFF));
        switch (in[18]) {
            case MessageFrame.OPEN -> open();
            case MessageFrame.UPDATE -> update(options);
            case MessageFrame.NOTIFICATION -> {
                line(19, 20, "code");
                line(20, 21, "subcode");
                line(21, in.length, "data");
            }
            default -> line(19, in.length, "body");
        }
    }

    private void open() {
        line(19, 20, "version");
        line(20, 22, "AS " + BigEndian.u16(in, 20));
        line(22, 24, "hold time " + BigEndian.u16(in, 22));
        line(24, 28, "identifier");
        line(28, 29, "optional parameters' length");
        for (int at = 29; at + 2 <= in.length; ) {
            int end = at + 2 + (in[at + 1] & 0xFF);
            line(at, at + 2, "parameter " + in[at] + ", length");
            for (int inner = at + 2; inner + 2 <= end; ) {
                int next = inner + 2 + (in[inner + 1] & 0xFF);
                line(inner, next, "  capability " + (in[inner] & 0xFF));
                inner = next;
            }
            at = end;
        }
    }

    private void update(SessionOptions options) {
        int withdrawn = BigEndian.u16(in, 19);
        line(19, 21, "withdrawn routes' length");
        prefixes(21, 21 + withdrawn, options);
        int from = 21 + withdrawn + 2;
        int to = from + BigEndian.u16(in, from - 2);
        line(from - 2, from, "attributes' length");
        AttributeWalk walk = new AttributeWalk();
        walk.over(in, from, to);
        while (walk.next()) {
            line(walk.start, walk.value, "attribute " + walk.type + " flags and length");
            line(walk.value, walk.end, "  value");
        }
        prefixes(to, in.length, options);
    }

    private void prefixes(int from, int to, SessionOptions options) {
        int head = options.addPathReceive().isEmpty() ? 0 : 4;
        for (int at = from; at < to; ) {
            int end = at + head + 1 + PrefixNlri.octets(in[at + head] & 0xFF);
            line(at, end, "NLRI");
            at = end;
        }
    }

    private void line(int from, int to, String what) {
        if (from < to) {
            text.append(String.format("%-40s # %s%n", Octets.copyOf(in, from, to), what));
        }
    }
}
