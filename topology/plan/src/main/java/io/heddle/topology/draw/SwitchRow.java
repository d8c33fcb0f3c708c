package io.heddle.topology.draw;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.Switch;
import java.util.List;
import java.util.Optional;

/** Switches side by side; of many, a gap in the middle. */
final class SwitchRow {

    private static final double SPACE = 16;
    static final double PAIR_SPACE = 56;
    private static final double GAP_WIDTH = 64;

    private final Fabric fabric;
    private final Scene scene;
    private final Shown<Switch> shown;

    SwitchRow(Fabric fabric, Scene scene, Shown<Switch> shown) {
        this.fabric = fabric;
        this.scene = scene;
        this.shown = shown;
    }

    double width() {
        List<Switch> visible = shown.visible();
        double width = shown.hidden().isEmpty() ? 0 : GAP_WIDTH + SPACE;
        for (int i = 0; i < visible.size(); i++) {
            width += scene.switchWidth(visible.get(i).name());
            width += i + 1 < visible.size() ? space(visible.get(i), visible.get(i + 1)) : 0;
        }
        return width;
    }

    /** Centred on {@code middle}. */
    void draw(double middle, double y) {
        double x = middle - width() / 2;
        List<Switch> visible = shown.visible();
        for (int i = 0; i < visible.size(); i++) {
            if (i == shown.first().size()) {
                Box gap = new Box(x, y, GAP_WIDTH, scene.switchHeight());
                scene.drawGap(gap, List.of("+" + shown.hidden().size()), names());
                x += GAP_WIDTH + SPACE;
            }
            Switch each = visible.get(i);
            double width = scene.switchWidth(each.name());
            scene.drawSwitch(each, new Box(x, y, width, scene.switchHeight()));
            x += width + (i + 1 < visible.size() ? space(each, visible.get(i + 1)) : 0);
        }
    }

    private List<DeviceName> names() {
        return shown.hidden().stream().map(Switch::name).toList();
    }

    /** Pairs leave room for their peer link. */
    private double space(Switch one, Switch next) {
        Optional<MlagPair> pair = fabric.mlagPairOf(one.name());
        return pair.isPresent() && pair.get().has(next.name()) ? PAIR_SPACE : SPACE;
    }
}
