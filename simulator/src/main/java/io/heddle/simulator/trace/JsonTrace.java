package io.heddle.simulator.trace;

import io.heddle.simulator.event.Tracer;
import io.heddle.simulator.timeline.Moment;
import java.io.PrintStream;

/**
 * One JSON object a line: {@code {"ns":..., "event":"sent", "from":"leaf-1", "to":"spine-1", "text":"UPDATE announces ..."}}; events are {@code
 * connected}, {@code sent} (with {@code from} and {@code to}), {@code closed} ({@code from} is who lost it) and {@code changed} (with {@code
 * cause}). Single-threaded.
 */
public final class JsonTrace implements Tracer {

    private final PrintStream out;
    private final MessageText messages = new MessageText();

    public JsonTrace(PrintStream out) {
        this.out = out;
    }

    @Override
    public void connected(long at, End from, End to) {
        exchange(at, "connected", from, to, "");
    }

    @Override
    public void sent(long at, End from, End to, byte[] bytes) {
        messages.of(bytes).forEach(each -> exchange(at, "sent", from, to, each));
    }

    @Override
    public void closed(long now, End at, End peer) {
        exchange(now, "closed", at, peer, "");
    }

    private void exchange(long at, String event, End from, End to, String text) {
        out.print("{\"ns\":" + at + ",\"event\":\"" + event + "\",\"from\":" + quoted(from.toString()) + ",\"to\":"
                + quoted(to.toString()) + ",\"text\":" + quoted(text) + "}\n");
    }

    @Override
    public void changed(Moment moment) {
        out.print("{\"ns\":" + moment.at().nanos() + ",\"event\":\"changed\",\"text\":"
                + quoted(TextTrace.text(moment.change())) + ",\"cause\":"
                + quoted(moment.cause().text()) + "}\n");
    }

    /** RFC 8259 section 7. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                quoted.append('\\').append(each);
            } else if (each < ' ') {
                quoted.append(String.format("\\u%04x", (int) each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }
}
