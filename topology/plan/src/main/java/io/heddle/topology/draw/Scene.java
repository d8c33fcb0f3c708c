package io.heddle.topology.draw;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Switch;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/** The canvas, and where each device is on it. Single-threaded. */
final class Scene {

    static final double NAME = 11;
    static final double SMALL = 9.5;
    static final String DARK = "#1f2937";
    static final String GREY = "#5b6673";

    private static final int LONGEST_NAME = 22;

    private final Canvas canvas = new Canvas();
    private final Map<DeviceName, Target> targets = new HashMap<>();
    private final Set<Ink> used = EnumSet.noneOf(Ink.class);
    private final Highlight highlight;

    Scene(Highlight highlight) {
        this.highlight = highlight;
    }

    Canvas canvas() {
        return canvas;
    }

    Set<Ink> used() {
        return used;
    }

    boolean hasGauges() {
        return !highlight.shares().isEmpty();
    }

    double switchHeight() {
        return hasGauges() ? 42 : 32;
    }

    static double boxWidth(DeviceName name) {
        return Math.max(58, Canvas.width(shortened(name.toString()), NAME) + 16);
    }

    /** With a gauge a box needs room for bar and figure. */
    double switchWidth(DeviceName name) {
        return Math.max(hasGauges() ? 88 : 0, boxWidth(name));
    }

    /** Long names keep both ends: it is the last letters that tell devices apart. */
    static String shortened(String name) {
        int half = LONGEST_NAME / 2;
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, half) + "…" + name.substring(name.length() - half + 1);
    }

    Optional<Target> target(DeviceName device) {
        return Optional.ofNullable(targets.get(device));
    }

    void put(DeviceName device, Box box, Ink ink, boolean hidden) {
        targets.put(device, new Target(box, ink, hidden));
        used.add(ink);
    }

    void drawSwitch(Switch device, Box box) {
        Ink ink = Ink.of(device.role());
        put(device.name(), box, ink, false);
        canvas.box(box, ink.fill(), ink.line(), 5, device.name() + ": " + device.role() + ", " + device.profile());
        double text = box.y() + (hasGauges() ? 17 : box.height() / 2 + 4);
        canvas.text(box.middle(), text, shortened(device.name().toString()), NAME, DARK, Canvas.Anchor.MIDDLE, true);
        Double share = highlight.shares().get(device.name());
        if (share != null) {
            drawGauge(new Box(box.x() + 8, box.y() + 26, box.width() - 50, 7), share);
        }
    }

    private void drawGauge(Box at, double share) {
        canvas.bar(at, "#ffffff");
        canvas.bar(
                new Box(at.x(), at.y(), Math.max(1.5, at.width() * Math.min(share, 1)), at.height()), Ink.heat(share));
        canvas.text(at.right() + 38, at.y() + 7, percent(share), SMALL, Ink.heat(share), Canvas.Anchor.END, true);
    }

    /** A dashed box for what is not drawn, with the worst of its gauges. */
    void drawGap(Box box, List<String> lines, List<DeviceName> devices) {
        devices.forEach(each -> put(each, box, Ink.GAP, true));
        canvas.dashedBox(box, Ink.GAP, devices.size() + " switches that are not shown");
        double y = box.y() + box.height() / 2 - (lines.size() - 1) * 6.5 + 4;
        for (String line : lines) {
            canvas.text(box.middle(), y, line, NAME, GREY, Canvas.Anchor.MIDDLE, true);
            y += 13;
        }
        DoubleStream shares = devices.stream()
                .map(highlight.shares()::get)
                .filter(each -> each != null)
                .mapToDouble(Double::doubleValue);
        shares.max()
                .ifPresent(worst -> canvas.text(
                        box.middle(),
                        box.bottom() - 6,
                        "up to " + percent(worst),
                        SMALL,
                        Ink.heat(worst),
                        Canvas.Anchor.MIDDLE,
                        true));
    }

    /** Rounded down, since full is full and 99.9% is not. */
    static String percent(double share) {
        if (share > 1 && share < 1.01) {
            return ">100%";
        }
        return share > 0 && share < 0.01 ? "<1%" : String.format(Locale.ROOT, "%,.0f%%", Math.floor(share * 100));
    }
}
