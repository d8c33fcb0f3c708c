package io.heddle.topology.draw;

import java.util.Locale;

/** Writes SVG in three layers: panels, lines over them, boxes and text on top. Single-threaded. */
final class Canvas {

    /** Width of an average character in font size 1; on the safe side for the common sans-serif faces. */
    private static final double CHARACTER = 0.62;

    /** How text stands at its point. */
    enum Anchor {
        START("start"),
        MIDDLE("middle"),
        END("end");

        private final String text;

        Anchor(String text) {
            this.text = text;
        }
    }

    private final StringBuilder back = new StringBuilder();
    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder front = new StringBuilder();

    static double width(String text, double size) {
        return text.length() * size * CHARACTER;
    }

    /** A rounded panel behind everything. */
    void panel(Box at, Ink ink, boolean dashed) {
        back.append(rect(at, 8, ink.fill(), ink.line(), 1, dashed ? "4 4" : "", ""));
    }

    /** A box with a tooltip. */
    void box(Box at, String fill, String line, double round, String tip) {
        front.append(rect(at, round, fill, line, 1.3, "", tip));
    }

    void dashedBox(Box at, Ink ink, String tip) {
        front.append(rect(at, 4, ink.fill(), ink.line(), 1, "4 3", tip));
    }

    void bar(Box at, String fill) {
        front.append(rect(at, 2, fill, "none", 0, "", ""));
    }

    void line(double x1, double y1, double x2, double y2, Cord cord, double width, String tip) {
        lines.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
        lines.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2));
        lines.append("\" stroke=\"")
                .append(cord.colour())
                .append("\" stroke-width=\"")
                .append(number(width))
                .append('"');
        if (!cord.dashes().isEmpty()) {
            lines.append(" stroke-dasharray=\"").append(cord.dashes()).append('"');
        }
        lines.append(tip.isEmpty() ? "/>" : "><title>" + escape(tip) + "</title></line>")
                .append('\n');
    }

    /** A cable under the boxes between its ends. */
    void arc(double x1, double x2, double y, Cord cord, String tip) {
        double depth = y + 16 + (x2 - x1) * 0.06;
        lines.append("<path d=\"M")
                .append(number(x1))
                .append(',')
                .append(number(y))
                .append(" Q");
        lines.append(number((x1 + x2) / 2))
                .append(',')
                .append(number(depth * 2 - y))
                .append(' ');
        lines.append(number(x2)).append(',').append(number(y)).append("\" fill=\"none\" stroke=\"");
        lines.append(cord.colour())
                .append("\" stroke-width=\"1.6\"><title>")
                .append(escape(tip))
                .append("</title></path>\n");
    }

    void text(double x, double y, String text, double size, String colour, Anchor anchor, boolean bold) {
        front.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        front.append("\" font-size=\"")
                .append(number(size))
                .append("\" fill=\"")
                .append(colour)
                .append('"');
        front.append(anchor == Anchor.START ? "" : " text-anchor=\"" + anchor.text + "\"");
        front.append(bold ? " font-weight=\"600\">" : ">").append(escape(text)).append("</text>\n");
    }

    /** The whole document. */
    String svg(double width, double height, String label) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + number(width) + " "
                + number(height) + "\" width=\"" + number(width) + "\" height=\"" + number(height)
                + "\" style=\"max-width:100%;height:auto\" font-family=\"system-ui,'Segoe UI','Helvetica Neue',Arial,sans-serif\">\n<title>"
                + escape(label) + "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + back + lines
                + front + "</svg>\n";
    }

    private static String rect(
            Box at, double round, String fill, String line, double width, String dashes, String tip) {
        StringBuilder rect = new StringBuilder("<rect x=\"").append(number(at.x()));
        rect.append("\" y=\"").append(number(at.y())).append("\" width=\"").append(number(at.width()));
        rect.append("\" height=\"")
                .append(number(at.height()))
                .append("\" rx=\"")
                .append(number(round));
        rect.append("\" fill=\"").append(fill).append('"');
        if (width > 0) {
            rect.append(" stroke=\"")
                    .append(line)
                    .append("\" stroke-width=\"")
                    .append(number(width))
                    .append('"');
        }
        if (!dashes.isEmpty()) {
            rect.append(" stroke-dasharray=\"").append(dashes).append('"');
        }
        return rect.append(tip.isEmpty() ? "/>" : "><title>" + escape(tip) + "</title></rect>")
                .append('\n')
                .toString();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
