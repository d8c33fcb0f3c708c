package io.heddle.topology.draw;

/** A place in the picture, in SVG units, y downwards. */
record Box(double x, double y, double width, double height) {

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middle() {
        return x + width / 2;
    }

    /** The place of part {@code index} of {@code count} evenly spread over the width. */
    double spread(int index, int count) {
        return x + width * (index + 1) / (count + 1);
    }
}
