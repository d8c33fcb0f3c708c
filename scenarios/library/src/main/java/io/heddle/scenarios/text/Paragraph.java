package io.heddle.scenarios.text;

/** Text broken into lines. */
final class Paragraph {

    static final int WIDTH = 110;

    /** Of the narrowest terminal that is usual. */
    static final int NARROW = 79;

    private Paragraph() {}

    /**
     * Writes {@code text} behind {@code label}, lines after the first below the text. Words longer than a line are left whole.
     *
     * @param label as wide as the text is to be indented
     */
    static void write(StringBuilder out, String label, String text) {
        write(out, label, text, WIDTH);
    }

    /** The same in lines of another width. */
    static void write(StringBuilder out, String label, String text, int width) {
        int indent = label.length();
        StringBuilder line = new StringBuilder(label);
        boolean empty = true;
        for (String word : text.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > width) {
                out.append(line).append('\n');
                line.setLength(0);
                line.append(" ".repeat(indent));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
