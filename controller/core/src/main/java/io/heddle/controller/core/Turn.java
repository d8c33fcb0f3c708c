package io.heddle.controller.core;

import io.heddle.controller.core.layout.Layout;
import io.heddle.model.agent.AgentReply;
import io.heddle.model.agent.BlockGrant;
import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.List;

/** One step while it is being made: what has changed so far, and what is to be done. Single-threaded. */
final class Turn {

    private final State before;
    private final List<Change> changes = new ArrayList<>();
    private final List<Effect> others = new ArrayList<>();
    private State now;

    Turn(State before) {
        this.before = before;
        now = before;
    }

    /** The state with the changes so far. */
    State now() {
        return now;
    }

    Layout layout() {
        return now.layout();
    }

    void change(Change change) {
        changes.add(change);
        now = now.apply(List.of(change), before.revision());
    }

    void save(NodeRecord node) {
        if (now.nodes()
                .get(node.name())
                .filter(each -> each.record().equals(node))
                .isEmpty()) {
            change(new Change.NodeSaved(node));
        }
    }

    /** What this replica alone knows. */
    void see(State seen) {
        now = seen;
    }

    void effect(Effect effect) {
        others.add(effect);
    }

    void warn(String subject, String text) {
        effect(new Effect.Warn(subject, text));
    }

    void refuse(Effect.Refusal refusal, String reason) {
        effect(new Effect.Refused(refusal, reason));
    }

    /** The answer to an agent: the number, and all grants of the node. */
    void reply(DeviceName name, long acknowledged) {
        NodeState node = now.nodes().get(name).orElseThrow();
        String network = layout().nodes().get(name).orElseThrow().network();
        effect(new Effect.ReplyToAgent(
                name,
                new AgentReply(
                        acknowledged,
                        List.of(new BlockGrant(
                                network,
                                node.record().grants().stream()
                                        .map(Grant::prefix)
                                        .toList())))));
    }

    /** The step: what is kept first, then what switches are told, then the rest. */
    Step done(String reason) {
        List<Effect> effects = new ArrayList<>();
        State after = now;
        if (!changes.isEmpty()) {
            long revision = before.revision() + 1;
            after = now.at(revision);
            effects.add(new Effect.Persist(revision, changes));
            Deltas.between(before, after, changes).forEach(each -> effects.add(new Effect.Announce(each)));
        }
        effects.addAll(others);
        return new Step(after, effects, reason);
    }
}
