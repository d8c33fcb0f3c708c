package io.heddle.topology.draw;

import io.heddle.model.fabric.Switch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chooses the super-spines that are drawn: some of every plane, so that every spine has a line upwards. */
final class SuperSpines {

    private SuperSpines() {}

    static Shown<Switch> shown(List<Switch> all, int most) {
        Map<Integer, List<Switch>> planes = new LinkedHashMap<>();
        all.forEach(each -> planes.computeIfAbsent(each.plane().orElse(-1), key -> new ArrayList<>())
                .add(each));
        if (all.size() <= most || planes.size() < 2 || planes.size() > most) {
            return Shown.ofAbout(all, most);
        }
        List<Switch> visible = new ArrayList<>();
        List<Switch> hidden = new ArrayList<>();
        for (List<Switch> plane : planes.values()) {
            int some = Math.min(plane.size(), most / planes.size());
            visible.addAll(plane.subList(0, some));
            hidden.addAll(plane.subList(some, plane.size()));
        }
        Switch last = visible.removeLast();
        return new Shown<>(visible, hidden, List.of(last));
    }
}
