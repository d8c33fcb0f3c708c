package io.heddle.controller.core;

import io.heddle.controller.core.Effect.Refusal;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes come, die and go, and are given blocks. */
final class Membership {

    private final Judge judge;

    Membership(Judge judge) {
        this.judge = judge;
    }

    /** Makes sure the node is kept and has the blocks of its plan; whether it may go on. */
    boolean admit(Turn turn, DeviceName name, String identity) {
        Optional<NodePlace> place = turn.layout().nodes().get(name);
        if (place.isEmpty()) {
            turn.refuse(Refusal.UNKNOWN_NODE, "node " + name + " is not one of the fabric's that run pods");
            return false;
        }
        Optional<NodeState> known = turn.now().nodes().get(name);
        if (known.isPresent()) {
            String kept = known.get().record().identity();
            if (!kept.isEmpty() && !kept.equals(identity)) {
                turn.refuse(
                        Refusal.NOT_YOURS,
                        "node " + name + " is spoken for by '" + kept + "', found '" + identity + "'");
                return false;
            }
            turn.save(known.get().record().withIdentity(identity));
        } else {
            turn.save(new NodeRecord(name, identity, true, NodeRecord.NOTHING, List.of(), false));
        }
        givePlanned(turn, place.get());
        return true;
    }

    void givePlanned(Turn turn, NodePlace place) {
        List<Grant> missing = Allocation.planned(turn.now(), place);
        if (!missing.isEmpty()) {
            give(turn, place.name(), missing);
        }
    }

    /** Another block or address; the reason it got one or not. */
    String giveMore(Turn turn, Allocation allocation, DeviceName name, IpFamily family) {
        NodePlace place = turn.layout().nodes().get(name).orElseThrow();
        NodeRecord node = turn.now().nodes().get(name).orElseThrow().record();
        Optional<Grant> next = allocation.next(turn.now(), place, node, family);
        if (next.isEmpty()) {
            String reason = allocation.exhausted(node, family);
            turn.refuse(Refusal.NO_ADDRESSES_LEFT, reason);
            return reason;
        }
        give(turn, name, List.of(next.get()));
        return next.get().prefix() + " for " + name;
    }

    private void give(Turn turn, DeviceName name, List<Grant> grants) {
        List<Prefix> blocks = grants.stream().map(Grant::prefix).toList();
        switch (judge.judge(turn.now(), new Demand.Blocks(name, blocks))) {
            case Judgement.Full(String reason) ->
                turn.refuse(Refusal.TABLES_FULL, blocks + " for " + name + ": " + reason);
            case Judgement.Fits(List<String> warnings) -> {
                warnings.forEach(each -> turn.warn(name.value(), each));
                NodeRecord node = turn.now().nodes().get(name).orElseThrow().record();
                List<Grant> all = new ArrayList<>(node.grants());
                all.addAll(grants);
                all.sort((a, b) -> a.kind().compareTo(b.kind()));
                turn.save(node.withGrants(all));
            }
        }
    }

    /** Sets whether traffic may go there. */
    void live(Turn turn, DeviceName name, boolean alive) {
        turn.now().nodes().get(name).ifPresent(each -> turn.save(each.record().withAlive(alive)));
    }

    void remove(Turn turn, DeviceName name) {
        if (turn.now().nodes().has(name)) {
            turn.change(new Change.NodeForgotten(name));
        }
    }
}
