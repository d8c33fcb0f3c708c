package io.heddle.simulator.walk;

import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The devices of a walk by the number of cables crossed on a shortest way to them. */
public final class Stages {

    private Stages() {}

    /** For each number of cables, from 0, the devices in name order; a device is named where it is first met. */
    public static List<List<DeviceName>> of(Walk walk) {
        List<List<DeviceName>> stages = new ArrayList<>();
        Set<Position> seen = new HashSet<>();
        Set<DeviceName> named = new HashSet<>();
        List<Position> stage = List.of(walk.start());
        while (!stage.isEmpty()) {
            List<Position> next = new ArrayList<>();
            List<Position> here = new ArrayList<>(stage);
            Set<DeviceName> names = new TreeSet<>();
            while (!here.isEmpty()) {
                Position at = here.removeLast();
                if (!seen.add(at)) {
                    continue;
                }
                if (named.add(at.device())) {
                    names.add(at.device());
                }
                if (walk.at(at) instanceof Step.Sent sent) {
                    sent.legs().forEach(leg -> (leg.link().isPresent() ? next : here).add(leg.next()));
                }
            }
            if (!names.isEmpty()) {
                stages.add(List.copyOf(names));
            }
            stage = next;
        }
        return stages;
    }
}
