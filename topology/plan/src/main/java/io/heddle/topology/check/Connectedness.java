package io.heddle.topology.check;

import io.heddle.model.fabric.Fabric;
import io.heddle.topology.graph.Access;
import io.heddle.topology.graph.Components;
import io.heddle.topology.graph.Member;
import io.heddle.topology.graph.NetworkView;
import io.heddle.topology.graph.NetworkViews;
import io.heddle.topology.graph.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** That a network's VLAN is carried end to end: every two members share a connected set of switches. */
final class Connectedness {

    private Connectedness() {}

    static void check(Fabric fabric, Findings findings) {
        for (NetworkView view : NetworkViews.of(fabric)) {
            Map<Set<Integer>, List<Member>> islands = islands(view);
            List<Member> unplugged = islands.getOrDefault(Set.of(), List.of());
            for (Scope scope : view.scopes()) {
                unplugged.forEach(each -> findings.error(
                        Rule.NETWORK_CONNECTED,
                        each.device(),
                        "no cable to a switch that carries " + scope,
                        "a cable to an " + (scope.outOfBand() ? "out-of-band" : "in-band") + " switch"));
            }
            List<List<Member>> apart = apart(islands);
            if (!apart.isEmpty()) {
                String found = apart.size() + " parts that do not reach each other, with "
                        + apart.getFirst().getFirst().device() + " and "
                        + apart.getLast().getFirst().device();
                for (Scope scope : view.scopes()) {
                    if (scope.outOfBand()) {
                        findings.warning(
                                Rule.NETWORK_CONNECTED,
                                scope,
                                found,
                                "cables between the switches, or a router that is not described");
                    } else {
                        findings.error(Rule.NETWORK_CONNECTED, scope, found, "cables between the switches");
                    }
                }
            }
        }
    }

    /** Members by the components that they are attached to. */
    private static Map<Set<Integer>, List<Member>> islands(NetworkView view) {
        Components components = view.switches().components();
        Map<Set<Integer>, List<Member>> islands = new LinkedHashMap<>();
        for (Member member : view.members()) {
            Set<Integer> attached = new TreeSet<>();
            for (Access access : member.accesses()) {
                components.of(access.to()).ifPresent(attached::add);
            }
            islands.computeIfAbsent(attached, each -> new ArrayList<>()).add(member);
        }
        return islands;
    }

    /** Islands of which each misses at least one other; none if every two members reach each other. */
    private static List<List<Member>> apart(Map<Set<Integer>, List<Member>> islands) {
        List<List<Member>> apart = new ArrayList<>();
        islands.forEach((attached, members) -> {
            boolean missesSome = islands.keySet().stream()
                    .anyMatch(other -> !other.isEmpty() && other.stream().noneMatch(attached::contains));
            if (!attached.isEmpty() && missesSome) {
                apart.add(members);
            }
        });
        return apart;
    }
}
