package io.heddle.topology.draw;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Bandwidth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is written beside each tier: how many of which model, and what each has upwards. */
final class TierLabels {

    private final Fabric fabric;
    private final PortIndex ports;

    TierLabels(Fabric fabric) {
        this.fabric = fabric;
        ports = PortIndex.of(fabric);
    }

    void draw(Canvas canvas, String title, List<Switch> switches, double x, double y) {
        canvas.text(
                x,
                y,
                switches.size() == 1
                        ? "1 " + title.replaceAll("s$", "")
                        : ColumnArtist.count(switches.size()) + " " + title,
                12,
                Scene.DARK,
                Canvas.Anchor.START,
                true);
        List<String> models = switches.stream()
                .map(each -> each.profile().device())
                .distinct()
                .toList();
        String model = models.size() == 1 ? models.getFirst() : models.size() + " models";
        canvas.text(x, y + 14, Scene.shortened(model), Scene.SMALL, Scene.GREY, Canvas.Anchor.START, false);
        List<String> uplinks = switches.stream().map(this::uplinks).distinct().toList();
        if (uplinks.size() == 1 && !uplinks.getFirst().isEmpty()) {
            canvas.text(
                    x,
                    y + 27,
                    "each " + uplinks.getFirst() + " up",
                    Scene.SMALL,
                    Scene.GREY,
                    Canvas.Anchor.START,
                    false);
        }
    }

    /** Cables to switches of a higher tier, such as {@code 4×100G}. */
    private String uplinks(Switch device) {
        Map<Bandwidth, Integer> speeds = new TreeMap<>();
        for (Port port : device.ports()) {
            PortRef ref = new PortRef(device.name(), port.name());
            Optional<Link> link = fabric.linkAt(ref);
            Optional<Switch> far =
                    link.flatMap(each -> fabric.findSwitch(each.otherEnd(ref).device()));
            if (far.isPresent() && isAbove(far.get().role(), device.role())) {
                speeds.merge(ports.speed(link.get()), 1, Integer::sum);
            }
        }
        return CableArtist.text(speeds);
    }

    private static boolean isAbove(SwitchRole far, SwitchRole own) {
        return switch (far) {
            case SPINE -> own.isLeaf();
            case SUPER_SPINE -> own.isLeaf() || own == SwitchRole.SPINE;
            case LEAF, BORDER_LEAF, OUT_OF_BAND -> false;
        };
    }
}
