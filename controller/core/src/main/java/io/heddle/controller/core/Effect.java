package io.heddle.controller.core;

import io.heddle.controller.core.announce.Difference;
import io.heddle.model.agent.AgentReply;
import io.heddle.model.fabric.DeviceName;
import java.util.List;

/** What the controller wants done. Nothing of a step is to be done before its {@link Persist} is durable, but what is {@link Early}. */
public sealed interface Effect {

    /** To be written as one, at {@code revision} and at no other. */
    record Persist(long revision, List<Change> changes) implements Effect {
        public Persist {
            changes = List.copyOf(changes);
        }
    }

    record ReplyToAgent(DeviceName node, AgentReply reply) implements Effect {}

    /** The event is turned down; nothing changed but what other effects say. */
    record Refused(Refusal refusal, String reason) implements Effect {}

    /** A switch is to be told something else than before. */
    record Announce(Difference difference) implements Effect {}

    /** For people. {@code subject}: the node, pod or switch. */
    record Warn(String subject, String text) implements Effect {}

    /** Why an event was turned down, for programs. */
    enum Refusal {
        UNKNOWN_NODE,
        /** Somebody else speaks for this node, or this node speaks for others' addresses. */
        NOT_YOURS,
        NO_ADDRESSES_LEFT,
        /** A switch cannot hold it. */
        TABLES_FULL
    }
}
