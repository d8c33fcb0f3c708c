package io.heddle.topology.loss;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.Prefix;
import io.heddle.topology.graph.CableGraph;
import io.heddle.topology.graph.Components;
import io.heddle.topology.graph.NetworkView;
import io.heddle.topology.graph.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who loses what within one view.
 *
 * <p>Two members reach each other while some component of the switches has a cable to both. A <em>victim</em> is a member that reached
 * somebody and now reaches nobody; or that is no longer attached to the main part of a component it was attached to (the part with
 * the most members; of equals the one with the smallest switch name) and lost a peer that is not itself cut off; or that lost an exit
 * for which no other exit in reach announces at least the same prefixes.
 */
final class ViewLoss {

    private static final Integer NOTHING_LEFT = -1;

    private final NetworkView view;
    private final Components whole;
    private final Attachments members;
    private final Attachments exits;
    private final Map<DeviceName, List<Prefix>> announced;
    private final Map<List<Integer>, List<Integer>> alike = new LinkedHashMap<>();
    private final Map<Integer, Set<List<Integer>>> alikeByComponent = new HashMap<>();
    private final Map<Integer, Integer> unsplit = new HashMap<>();

    ViewLoss(NetworkView view, Map<DeviceName, List<Prefix>> announced) {
        this.view = view;
        this.announced = announced;
        whole = view.switches().components();
        members = new Attachments(view.members(), whole);
        exits = new Attachments(view.exits(), whole);
        whole.numberOf().values().forEach(each -> unsplit.put(each, each));
        for (int index = 0; index < members.size(); index++) {
            List<Integer> before = members.before(index);
            alike.computeIfAbsent(before, each -> new ArrayList<>()).add(index);
            for (Integer component : before) {
                alikeByComponent
                        .computeIfAbsent(component, each -> new LinkedHashSet<>())
                        .add(before);
            }
        }
    }

    List<Scope> scopes() {
        return view.scopes();
    }

    /** Those who lose something by {@code outage}, in the view's order. */
    List<Victim> victims(Outage outage) {
        return maySplit(outage) ? afterSplit(outage) : afterLocalLoss(outage);
    }

    /** Whether the switches may fall apart: several are hit at once, or one that alone holds others together. */
    private boolean maySplit(Outage outage) {
        CableGraph switches = view.switches();
        List<DeviceName> devices =
                outage.devices().stream().filter(switches::has).toList();
        List<Link> links = outage.links().stream()
                .filter(each ->
                        switches.has(each.a().device()) && switches.has(each.b().device()))
                .toList();
        return devices.size() + links.size() > 1
                || devices.stream().anyMatch(switches.cutDevices()::contains)
                || links.stream().anyMatch(switches.bridges()::contains);
    }

    private List<Victim> afterSplit(Outage outage) {
        Components left = view.switches().componentsAfter(outage);
        Set<Integer> hit = members.touchedBy(outage);
        Set<Integer> removed = members.removedBy(outage);
        Fates fates = new Fates();
        hit.forEach(each -> fates.add(members.before(each), members.after(each, outage, left), List.of(each)));
        for (List<Integer> seat : members.seats()) {
            List<Integer> whole = seat.stream()
                    .filter(each -> !hit.contains(each) && !removed.contains(each))
                    .toList();
            if (!whole.isEmpty()) {
                Integer any = whole.getFirst();
                fates.add(members.before(any), members.after(any, outage, left), whole);
            }
        }
        List<Group> groups = fates.groups();
        return judge(groups, mainParts(groups, left), outage, left);
    }

    /** The switches hold together, so only members with a cable that is gone can be attached elsewhere than before. */
    private List<Victim> afterLocalLoss(Outage outage) {
        Set<Integer> hit = new TreeSet<>();
        Set<Integer> changed = new TreeSet<>();
        for (Integer index : members.touchedBy(outage)) {
            if (!members.after(index, outage, whole).equals(members.before(index))) {
                hit.add(index);
                changed.addAll(members.before(index));
            }
        }
        for (Integer exit : exits.touchedBy(outage)) {
            if (!exits.after(exit, outage, whole).equals(exits.before(exit))) {
                changed.addAll(exits.before(exit));
            }
        }
        return changed.isEmpty() ? List.of() : judge(groupsAround(changed, hit, outage), unsplit, outage, whole);
    }

    /** The members attached to these components and all their peers, those hit on their own. */
    private List<Group> groupsAround(Set<Integer> components, Set<Integer> hit, Outage outage) {
        Fates fates = new Fates();
        hit.forEach(each -> fates.add(members.before(each), members.after(each, outage, whole), List.of(each)));
        List<Group> groups = fates.groups();
        Map<List<Integer>, Integer> gone = new HashMap<>();
        hit.forEach(each -> gone.merge(members.before(each), 1, Integer::sum));
        members.removedBy(outage).forEach(each -> gone.merge(members.before(each), 1, Integer::sum));
        Set<Integer> around = new TreeSet<>();
        for (Integer component : components) {
            alikeByComponent.getOrDefault(component, Set.of()).forEach(around::addAll);
        }
        Set<List<Integer>> kinds = new LinkedHashSet<>();
        around.forEach(each -> kinds.addAll(alikeByComponent.getOrDefault(each, Set.of())));
        for (List<Integer> kind : kinds) {
            int size = alike.getOrDefault(kind, List.of()).size() - gone.getOrDefault(kind, 0);
            if (size > 0) {
                groups.add(new Group(kind, kind, size, List.of()));
            }
        }
        return groups;
    }

    /** The part of each component before that has the most members after. */
    private Map<Integer, Integer> mainParts(List<Group> groups, Components left) {
        Map<Integer, Integer> attached = new HashMap<>();
        for (Group group : groups) {
            group.after().forEach(each -> attached.merge(each, group.size(), Integer::sum));
        }
        Map<Integer, Integer> origin = new TreeMap<>();
        left.numberOf()
                .forEach((device, part) ->
                        origin.putIfAbsent(part, whole.of(device).orElseThrow()));
        Map<Integer, Integer> main = new HashMap<>();
        origin.forEach((part, component) -> main.merge(
                component,
                part,
                (old, other) -> attached.getOrDefault(other, 0) > attached.getOrDefault(old, 0) ? other : old));
        return main;
    }

    private List<Victim> judge(List<Group> groups, Map<Integer, Integer> mainParts, Outage outage, Components left) {
        Map<Integer, Victim> victims = new TreeMap<>();
        for (Group group : groups) {
            int before = group.peersBefore(groups);
            int after = group.peersAfter(groups);
            List<DeviceName> lostExits = lostExits(group, outage, left);
            if (isCutOff(group, groups) || isSplitOff(group, groups, mainParts) || !lostExits.isEmpty()) {
                for (Integer index : listed(group, groups, outage)) {
                    victims.put(index, new Victim(members.device(index), before, after, lostExits));
                }
            }
        }
        return List.copyOf(victims.values());
    }

    private static boolean isCutOff(Group group, List<Group> groups) {
        return group.peersBefore(groups) > 0 && group.peersAfter(groups) == 0;
    }

    private static boolean isSplitOff(Group group, List<Group> groups, Map<Integer, Integer> mainParts) {
        boolean leftMainPart = group.before().stream()
                .anyMatch(each -> !group.after().contains(mainParts.getOrDefault(each, NOTHING_LEFT)));
        return leftMainPart
                && groups.stream()
                        .anyMatch(other -> !other.equals(group)
                                && group.metBefore(other)
                                && !group.meetsAfter(other)
                                && !isCutOff(other, groups));
    }

    private List<DeviceName> lostExits(Group group, Outage outage, Components left) {
        List<DeviceName> lost = new ArrayList<>();
        List<DeviceName> reached = new ArrayList<>();
        for (int exit = 0; exit < exits.size(); exit++) {
            if (Group.meet(group.after(), exits.after(exit, outage, left))) {
                reached.add(exits.device(exit));
            } else if (Group.meet(group.before(), exits.before(exit))) {
                lost.add(exits.device(exit));
            }
        }
        lost.removeIf(
                gone -> reached.stream().anyMatch(other -> announces(other).containsAll(announces(gone))));
        return lost;
    }

    private List<Prefix> announces(DeviceName exit) {
        return announced.getOrDefault(exit, List.of());
    }

    private List<Integer> listed(Group group, List<Group> groups, Outage outage) {
        if (!group.listed().isEmpty()) {
            return group.listed();
        }
        Set<Integer> others = new TreeSet<>(alike.getOrDefault(group.before(), List.of()));
        others.removeAll(members.removedBy(outage));
        groups.forEach(each -> each.listed().forEach(others::remove));
        return List.copyOf(others);
    }
}
