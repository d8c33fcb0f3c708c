package io.heddle.topology.draw;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.net.Bandwidth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Draws cables as lines between boxes; all cables between the same two boxes are one line, thicker if they are many. */
final class CableArtist {

    /** The cables between two boxes, the upper or left one first. */
    private record Bundle(Target upper, Target lower) {}

    /** With more lines than this they get thinner. */
    private static final int MANY = 80;

    private final Scene scene;
    private final PortIndex ports;
    private final Map<Bundle, Map<Bandwidth, Integer>> bundles = new LinkedHashMap<>();
    private final Map<Box, List<Bundle>> below = new HashMap<>();
    private final Map<Box, List<Bundle>> above = new HashMap<>();
    private final Set<Cord> used = EnumSet.noneOf(Cord.class);
    private final double thinning;

    CableArtist(Scene scene, Fabric fabric) {
        this.scene = scene;
        ports = PortIndex.of(fabric);
        fabric.links().forEach(this::add);
        for (Bundle each : bundles.keySet()) {
            if (isVertical(each)) {
                below.computeIfAbsent(each.upper().box(), key -> new ArrayList<>())
                        .add(each);
                above.computeIfAbsent(each.lower().box(), key -> new ArrayList<>())
                        .add(each);
            }
        }
        thinning = bundles.size() > MANY ? 0.7 : 1;
        below.values()
                .forEach(list -> list.sort(
                        Comparator.comparingDouble(each -> each.lower().box().middle())));
        above.values()
                .forEach(list -> list.sort(
                        Comparator.comparingDouble(each -> each.upper().box().middle())));
    }

    private void add(Link link) {
        Optional<Target> a = scene.target(link.a().device());
        Optional<Target> b = scene.target(link.b().device());
        if (a.isEmpty()
                || b.isEmpty()
                || a.equals(b)
                || (a.get().hidden() && b.get().hidden())) {
            return;
        }
        Box one = a.get().box();
        Box other = b.get().box();
        boolean inOrder = one.y() < other.y() || (one.y() == other.y() && one.x() < other.x());
        Bundle bundle = inOrder ? new Bundle(a.get(), b.get()) : new Bundle(b.get(), a.get());
        bundles.computeIfAbsent(bundle, each -> new TreeMap<>()).merge(ports.speed(link), 1, Integer::sum);
    }

    private static boolean isVertical(Bundle bundle) {
        return bundle.upper().box().bottom() < bundle.lower().box().y();
    }

    /** Draws all; returns the kinds of lines that occur. */
    Set<Cord> draw() {
        bundles.forEach((bundle, speeds) -> {
            Cord cord = cord(bundle);
            used.add(cord);
            if (isVertical(bundle)) {
                drawVertical(bundle, cord, speeds);
            } else {
                drawHorizontal(bundle, cord, speeds);
            }
        });
        return used;
    }

    private void drawVertical(Bundle bundle, Cord cord, Map<Bandwidth, Integer> speeds) {
        Box upper = bundle.upper().box();
        Box lower = bundle.lower().box();
        List<Bundle> down = below.getOrDefault(upper, List.of());
        List<Bundle> up = above.getOrDefault(lower, List.of());
        scene.canvas()
                .line(
                        upper.spread(down.indexOf(bundle), down.size()),
                        upper.bottom(),
                        lower.spread(up.indexOf(bundle), up.size()),
                        lower.y(),
                        cord,
                        cord == Cord.HIDDEN ? 1 : cord == Cord.OUT_OF_BAND ? 1.2 : width(speeds) * thinning,
                        text(speeds));
    }

    private void drawHorizontal(Bundle bundle, Cord cord, Map<Bandwidth, Integer> speeds) {
        Box left = bundle.upper().box();
        Box right = bundle.lower().box();
        double y = left.y() + left.height() / 2;
        double x = (left.right() + right.x()) / 2;
        if (right.x() - left.right() > SwitchRow.PAIR_SPACE + 1) {
            scene.canvas().arc(left.middle(), right.middle(), left.bottom(), cord, text(speeds));
            return;
        }
        scene.canvas().line(left.right(), y - 2, right.x(), y - 2, cord, 1.6, text(speeds));
        scene.canvas().line(left.right(), y + 2, right.x(), y + 2, cord, 1.6, text(speeds));
        if (right.x() - left.right() > 40) {
            scene.canvas().text(x, y - 7, text(speeds), Scene.SMALL - 0.5, cord.colour(), Canvas.Anchor.MIDDLE, false);
        }
    }

    private static Cord cord(Bundle bundle) {
        Set<Ink> ends = EnumSet.of(bundle.upper().ink(), bundle.lower().ink());
        if (ends.contains(Ink.OUT_OF_BAND)) {
            return Cord.OUT_OF_BAND;
        }
        if (ends.contains(Ink.GAP)) {
            return Cord.HIDDEN;
        }
        if (ends.contains(Ink.EXIT)) {
            return Cord.EXIT;
        }
        if (ends.contains(Ink.NODE)) {
            return Cord.NODE;
        }
        return isVertical(bundle) ? Cord.FABRIC : Cord.PEER;
    }

    private static double width(Map<Bandwidth, Integer> speeds) {
        int cables = speeds.values().stream().mapToInt(Integer::intValue).sum();
        return Math.min(1.1 + 0.7 * (31 - Integer.numberOfLeadingZeros(cables)), 4.5);
    }

    /** {@code 2×40G}. */
    static String text(Map<Bandwidth, Integer> speeds) {
        return String.join(
                " + ",
                speeds.entrySet().stream()
                        .map(each -> ColumnArtist.count(each.getValue()) + "×" + each.getKey())
                        .toList());
    }
}
