package io.heddle.simulator.drill;

import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Rack;
import io.heddle.simulator.failure.Likeness;
import io.heddle.simulator.failure.SingleFailure;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Notice;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The drills that follow from a fabric alone: the loss of each part, one of each kind, and of two at once. */
public final class Losses {

    /** A part and what is out without it. */
    record Loss(String kind, String text, Outage outage) {}

    private Losses() {}

    /** Every switch, card, cable, peer link of more than one cable, and rack if there are two. */
    public static List<Drill> every(Fabric fabric) {
        return losses(fabric).stream().map(each -> drill(List.of(each))).toList();
    }

    /** One of each kind that looks alike, the first, and how many it stands for ({@link Likeness}). */
    public static List<Drill> representative(Fabric fabric, Endpoints endpoints) {
        Likeness likeness = Likeness.of(fabric, endpoints);
        Map<Object, List<Loss>> kinds = new LinkedHashMap<>();
        for (Loss each : losses(fabric)) {
            kinds.computeIfAbsent(List.of(each.kind, likeness.look(each.outage)), _ -> new ArrayList<>())
                    .add(each);
        }
        return kinds.values().stream()
                .map(each -> drill(List.of(each.getFirst())).standingFor(each.size()))
                .toList();
    }

    /** Every two at the same time; racks, which are several parts, left out. */
    public static List<Drill> pairs(Fabric fabric) {
        List<Loss> losses = parts(fabric);
        List<Drill> drills = new ArrayList<>();
        for (int i = 0; i < losses.size(); i++) {
            for (int k = i + 1; k < losses.size(); k++) {
                drills.add(drill(List.of(losses.get(i), losses.get(k))));
            }
        }
        return drills;
    }

    /** How many {@link #pairs} there are. */
    public static long numberOfPairs(Fabric fabric) {
        long parts = parts(fabric).size();
        return parts * (parts - 1) / 2;
    }

    /** Some of all pairs, each once, drawn by a seed; all if there are no more. */
    public static List<Drill> samplePairs(Fabric fabric, int wanted, long seed) {
        List<Loss> losses = parts(fabric);
        if (wanted >= numberOfPairs(fabric)) {
            return pairs(fabric);
        }
        Random random = new Random(seed);
        Set<List<Integer>> chosen = new LinkedHashSet<>();
        while (chosen.size() < wanted) {
            int one = random.nextInt(losses.size());
            int other = random.nextInt(losses.size());
            if (one != other) {
                chosen.add(List.of(Math.min(one, other), Math.max(one, other)));
            }
        }
        return chosen.stream()
                .map(each -> drill(each.stream().map(losses::get).toList()))
                .toList();
    }

    private static List<Loss> parts(Fabric fabric) {
        return losses(fabric).stream().filter(each -> !each.kind.equals("rack")).toList();
    }

    private static List<Loss> losses(Fabric fabric) {
        List<Loss> losses = new ArrayList<>();
        for (SingleFailure each : SingleFailure.of(fabric)) {
            losses.add(new Loss(each.kind().name().toLowerCase(Locale.ROOT), each.text(), each.outage()));
        }
        for (MlagPair each : fabric.mlagPairs()) {
            if (each.peerLink().size() > 1) {
                losses.add(new Loss(
                        "peer link",
                        "loss of the peer link of " + each.name(),
                        new Outage(Set.of(), new HashSet<>(each.peerLink()))));
            }
        }
        if (fabric.racks().size() > 1) {
            for (Rack each : fabric.racks()) {
                Set<DeviceName> devices = inRack(fabric, each);
                if (!devices.isEmpty()) {
                    losses.add(new Loss("rack", "loss of rack " + each.name(), new Outage(devices, Set.of())));
                }
            }
        }
        return losses;
    }

    /** The switches and nodes that stand in a rack. */
    public static Set<DeviceName> inRack(Fabric fabric, Rack rack) {
        Set<DeviceName> devices = new TreeSet<>();
        Stream.concat(
                        fabric.switches().stream()
                                .filter(each ->
                                        each.rack().filter(rack.name()::equals).isPresent())
                                .map(each -> each.name()),
                        fabric.nodes().stream()
                                .filter(each ->
                                        each.rack().filter(rack.name()::equals).isPresent())
                                .map(each -> each.name()))
                .forEach(devices::add);
        return devices;
    }

    private static Drill drill(List<Loss> losses) {
        List<Schedule.Planned> incidents = new ArrayList<>();
        for (Loss loss : losses) {
            incidents(loss.outage).forEach(each -> incidents.add(new Schedule.Planned(SimTime.ZERO, each)));
        }
        String kind = losses.size() == 1 ? losses.getFirst().kind : "pair";
        String text = String.join(" and ", losses.stream().map(Loss::text).toList());
        return Drill.of(kind, text, new Schedule(incidents));
    }

    /** What happens where these parts die with their light. */
    public static List<Incident> incidents(Outage outage) {
        List<Incident> incidents = new ArrayList<>();
        for (DeviceName each : new TreeSet<>(outage.devices())) {
            incidents.add(new Incident.DeviceDown(each, Notice.CARRIER));
        }
        Set<Link> cables = outage.links();
        if (!cables.isEmpty()) {
            incidents.add(new Incident.CablesDown(cables, Notice.CARRIER));
        }
        return incidents;
    }
}
