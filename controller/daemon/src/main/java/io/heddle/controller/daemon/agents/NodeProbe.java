package io.heddle.controller.daemon.agents;

import io.heddle.controller.core.layout.NodePlace;

/** Asks a node otherwise than by its agent. May wait. */
@FunctionalInterface
public interface NodeProbe {

    /** What was found out. */
    enum Answer {
        /** Somebody near was answered by it. */
        LIVES,
        /** All that could ask did, in vain. */
        SILENT,
        /** Nobody could ask. */
        UNKNOWN
    }

    Answer ask(NodePlace node);
}
