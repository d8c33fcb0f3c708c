package io.heddle.render.bird;

import java.util.List;

/** Text in blocks. Single-threaded. */
final class BirdText {

    private final StringBuilder text = new StringBuilder();
    private int depth;

    void line(String line) {
        text.repeat("  ", depth).append(line).append('\n');
    }

    /** Lines of which the first goes on after {@code head}. */
    void lines(String head, List<String> lines) {
        line(head + " " + lines.getFirst());
        lines.subList(1, lines.size()).forEach(this::line);
    }

    void block(String head, Runnable body) {
        line(head + " {");
        depth++;
        body.run();
        depth--;
        line(depth == 0 ? "}" : "};");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
