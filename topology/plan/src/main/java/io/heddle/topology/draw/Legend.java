package io.heddle.topology.draw;

import java.util.Set;

/** Under the picture: what lines and gauges mean. */
final class Legend {

    private Legend() {}

    /** Returns the y of the last line. */
    static double draw(Canvas canvas, Set<Cord> cords, String gauge, double left, double y, double width) {
        double x = left;
        double line = y;
        for (Cord cord : cords) {
            double need = 34 + Canvas.width(cord.meaning(), Scene.SMALL) + 14;
            if (x + need > width) {
                x = left;
                line += 18;
            }
            canvas.line(x, line - 3, x + 26, line - 3, cord, cord == Cord.PEER ? 3 : 1.8, "");
            canvas.text(x + 34, line, cord.meaning(), Scene.SMALL, Scene.GREY, Canvas.Anchor.START, false);
            x += need;
        }
        if (!gauge.isEmpty()) {
            for (int i = 0; i < 26; i++) {
                canvas.bar(new Box(x + i, line - 7, 1.2, 7), Ink.heat(i / 21.0));
            }
            canvas.text(x + 34, line, gauge, Scene.SMALL, Scene.GREY, Canvas.Anchor.START, false);
        }
        return line;
    }
}
