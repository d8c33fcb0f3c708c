package io.heddle.topology.draw;

import io.heddle.model.fabric.Switch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** Chooses the spines that are drawn: some of every plane or group, so that what is below has a line upwards. */
final class Spread {

    private Spread() {}

    /** Of every kind as many; if there are more kinds than room, as of any list. */
    static Shown<Switch> of(List<Switch> all, int most, Function<Switch, OptionalInt> kind) {
        Map<Integer, List<Switch>> kinds = new LinkedHashMap<>();
        all.forEach(each -> kinds.computeIfAbsent(kind.apply(each).orElse(-1), key -> new ArrayList<>())
                .add(each));
        if (all.size() <= most + 1 || kinds.size() < 2 || kinds.size() > most) {
            return Shown.ofAbout(all, most);
        }
        List<Switch> visible = new ArrayList<>();
        List<Switch> hidden = new ArrayList<>();
        for (List<Switch> alike : kinds.values()) {
            int some = Math.min(alike.size(), most / kinds.size());
            visible.addAll(alike.subList(0, some));
            hidden.addAll(alike.subList(some, alike.size()));
        }
        Switch last = visible.removeLast();
        return new Shown<>(visible, hidden, List.of(last));
    }
}
