package io.heddle.controller.core;

import io.heddle.model.net.Prefix;

/** An address block, or a single address, that a node may give from; no other node may. */
public record Grant(Prefix prefix, Kind kind) {

    /** How the node came by it. */
    public enum Kind {
        /** By the plan: the same in every run. */
        PLANNED,
        /** When the others ran full. */
        EXTRA,
        /** One address, when no block was left. */
        SINGLE
    }
}
