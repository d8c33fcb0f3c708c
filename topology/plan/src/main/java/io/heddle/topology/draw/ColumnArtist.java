package io.heddle.topology.draw;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws a column: a panel with leafs on top, then nodes one by one or as a stack, then the out-of-band switch. */
final class ColumnArtist {

    /** From the lower edge of out-of-band switches to that of the panel; the title stands there. */
    static final double BELOW_OUT_OF_BAND = 28;

    private static final double PAD = 14;
    private static final double SPACE = 8;
    private static final double NODE_HEIGHT = 40;
    private static final double STACK_HEIGHT = 66;
    private static final int MOST_LEAFS = 4;
    private static final int MOST_KINDS = 3;

    private final Scene scene;
    private final Column column;
    private final boolean oneByOne;
    private final SwitchRow leafs;
    private final SwitchRow outOfBand;

    ColumnArtist(Fabric fabric, Scene scene, Column column, boolean oneByOne) {
        this.scene = scene;
        this.column = column;
        this.oneByOne = oneByOne;
        leafs = new SwitchRow(fabric, scene, Shown.ofAbout(column.leafs(), MOST_LEAFS));
        outOfBand = new SwitchRow(fabric, scene, Shown.ofAbout(column.outOfBand(), MOST_LEAFS));
    }

    double width() {
        double widest = Math.max(Math.max(leafs.width(), outOfBand.width()), lowerWidth());
        return Math.max(widest, Canvas.width(column.title(), Scene.NAME)) + 2 * PAD;
    }

    /** Of the panel, with room for an out-of-band switch if any column has one. */
    static double height(Scene scene, boolean oneByOne, boolean withOutOfBand) {
        return PAD
                + scene.switchHeight()
                + lowerGap(oneByOne)
                + lowerHeight(oneByOne)
                + (withOutOfBand ? 30 + scene.switchHeight() : 0)
                + BELOW_OUT_OF_BAND;
    }

    private static double lowerGap(boolean oneByOne) {
        return oneByOne ? 70 : 48;
    }

    private static double lowerHeight(boolean oneByOne) {
        return oneByOne ? NODE_HEIGHT : STACK_HEIGHT;
    }

    void draw(double x, double y, double height) {
        Box panel = new Box(x, y, width(), height);
        scene.canvas().panel(panel, Ink.RACK, false);
        scene.canvas()
                .text(x + 10, panel.bottom() - 9, column.title(), Scene.NAME, Scene.GREY, Canvas.Anchor.START, true);
        leafs.draw(panel.middle(), y + PAD);
        double lower = y + PAD + scene.switchHeight() + lowerGap(oneByOne);
        double at = panel.middle() - lowerWidth() / 2;
        if (oneByOne) {
            for (Node node : column.nodes()) {
                at = drawNode(node, at, lower) + SPACE;
            }
        } else if (!column.nodes().isEmpty()) {
            at = drawStack(at, lower) + SPACE;
        }
        for (ExternalExit exit : column.exits()) {
            at = drawExit(scene, exit, at, lower) + SPACE;
        }
        outOfBand.draw(panel.middle(), lower + lowerHeight(oneByOne) + 30);
    }

    private double lowerWidth() {
        double width = 0;
        int boxes = column.exits().size();
        for (ExternalExit exit : column.exits()) {
            width += Scene.boxWidth(exit.router());
        }
        if (oneByOne) {
            for (Node node : column.nodes()) {
                width += Scene.boxWidth(node.name());
            }
            boxes += column.nodes().size();
        } else if (!column.nodes().isEmpty()) {
            width += stackWidth();
            boxes++;
        }
        return width + Math.max(0, boxes - 1) * SPACE;
    }

    private double drawNode(Node node, double x, double y) {
        Box box = new Box(x, y, Scene.boxWidth(node.name()), NODE_HEIGHT);
        scene.put(node.name(), box, Ink.NODE, false);
        scene.canvas().box(box, Ink.NODE.fill(), Ink.NODE.line(), 4, node.name() + ": " + describe(node));
        String name = Scene.shortened(node.name().toString());
        scene.canvas().text(box.middle(), y + 17, name, Scene.NAME, Scene.DARK, Canvas.Anchor.MIDDLE, false);
        String below = node.gpus() > 0 ? node.gpus() + " GPUs" : node.kind();
        scene.canvas().text(box.middle(), y + 31, below, Scene.SMALL, Scene.GREY, Canvas.Anchor.MIDDLE, false);
        return box.right();
    }

    private static String describe(Node node) {
        return node.kind() + (node.gpus() > 0 ? ", " + node.gpus() + " GPUs" : "") + ", attached by "
                + node.attachment();
    }

    private double stackWidth() {
        double widest = 84;
        for (String line : kinds()) {
            widest = Math.max(widest, Canvas.width(line, Scene.SMALL) + 22);
        }
        return widest;
    }

    private double drawStack(double x, double y) {
        double width = stackWidth();
        for (int i = 2; i >= 0; i--) {
            Box sheet = new Box(x + 4 * i, y + 4 * (2 - i), width - 8, STACK_HEIGHT - 8);
            scene.canvas()
                    .box(
                            sheet,
                            Ink.NODE.fill(),
                            Ink.NODE.line(),
                            4,
                            count(column.nodes().size(), "node"));
        }
        Box whole = new Box(x, y, width, STACK_HEIGHT);
        column.nodes().forEach(each -> scene.put(each.name(), whole, Ink.NODE, false));
        List<String> kinds = kinds();
        double middle = x + (width - 8) / 2;
        double line = y + 8 + 22 + (MOST_KINDS - kinds.size()) * 4;
        scene.canvas()
                .text(
                        middle,
                        line,
                        count(column.nodes().size(), "node"),
                        Scene.NAME,
                        Scene.DARK,
                        Canvas.Anchor.MIDDLE,
                        true);
        for (String kind : kinds) {
            line += 12;
            scene.canvas().text(middle, line, kind, Scene.SMALL, Scene.GREY, Canvas.Anchor.MIDDLE, false);
        }
        return x + width;
    }

    /** How many of what, such as {@code 7 cloud}. */
    private List<String> kinds() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int gpus = 0;
        for (Node node : column.nodes()) {
            counts.merge(node.kind(), 1, Integer::sum);
            gpus += node.gpus();
        }
        List<String> lines = new ArrayList<>();
        counts.forEach((kind, count) -> lines.add(count(count) + " " + kind));
        if (lines.size() > MOST_KINDS) {
            lines.subList(MOST_KINDS - 1, lines.size()).clear();
            lines.add("and others");
        }
        if (gpus > 0 && lines.size() < MOST_KINDS) {
            lines.add(count(gpus) + " GPUs");
        }
        return lines;
    }

    static double drawExit(Scene scene, ExternalExit exit, double x, double y) {
        DeviceName router = exit.router();
        Box box = new Box(x, y, Scene.boxWidth(router), NODE_HEIGHT);
        scene.put(router, box, Ink.EXIT, false);
        scene.canvas().box(box, Ink.EXIT.fill(), Ink.EXIT.line(), 16, router + ": external router, AS " + exit.asn());
        scene.canvas()
                .text(
                        box.middle(),
                        y + 18,
                        Scene.shortened(router.toString()),
                        Scene.NAME,
                        "#ffffff",
                        Canvas.Anchor.MIDDLE,
                        true);
        scene.canvas()
                .text(box.middle(), y + 31, "AS " + exit.asn(), Scene.SMALL, "#d5dbe1", Canvas.Anchor.MIDDLE, false);
        return box.right();
    }

    /** {@code 1 node}, {@code 2,560 nodes}. */
    static String count(int number, String what) {
        return count(number) + " " + what + (number == 1 ? "" : "s");
    }

    static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
