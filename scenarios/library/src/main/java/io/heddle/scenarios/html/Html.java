package io.heddle.scenarios.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes markup that is HTML5 and well-formed XML at once: elements nest, text and attributes are escaped, and characters that XML 1.0
 * (section 2.2) has no place for become U+FFFD. Single-threaded.
 */
final class Html {

    /** Of HTML's void elements (section 13.1.2) and SVG's shapes those that are used; all others need an end tag in HTML. */
    private static final Set<String> EMPTY = Set.of("meta", "br", "rect", "line", "circle", "polyline");

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; {@code attributes} are names and values in turn. */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the innermost element, which is {@code tag}. */
    Html close(String tag) {
        if (open.isEmpty() || !open.peek().equals(tag)) {
            throw new IllegalStateException("</" + tag + "> closes " + (open.isEmpty() ? "nothing" : open.peek()));
        }
        open.pop();
        out.append("</").append(tag).append(">");
        if (!tag.equals("span") && !tag.equals("strong") && !tag.equals("code")) {
            out.append('\n');
        }
        return this;
    }

    /** An element with nothing but text in it. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** An element that never has content. */
    Html empty(String tag, String... attributes) {
        if (!EMPTY.contains(tag)) {
            throw new IllegalArgumentException("<" + tag + "/> is not empty in HTML");
        }
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** Markup made elsewhere: a drawing, the style sheet. */
    Html markup(String markup) {
        for (int i = 0; i < markup.length(); i++) {
            out.append(allowed(markup, i));
        }
        return this;
    }

    private void start(String tag, String... attributes) {
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("an attribute of <" + tag + "> has no value");
        }
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(allowed(text, i));
            }
        }
    }

    private static char allowed(String text, int at) {
        char c = text.charAt(at);
        boolean paired = Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        boolean character = c >= ' ' && c != '\uFFFE' && c != '\uFFFF' && !isC1(c) && !Character.isSurrogate(c)
                || c == '\n'
                || c == '\t';
        return character || paired ? c : REPLACEMENT;
    }

    /** Allowed in XML, but not in HTML (section 13.2.3.5). */
    private static boolean isC1(char c) {
        return c >= '\u007F' && c <= '\u009F';
    }

    /** What was written; every element is closed. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }
}
