package io.heddle.simulator.event;

import io.heddle.controller.core.State;

/** What is durable, and who can read and write it. Single-threaded. */
final class SharedStore {

    private State kept;
    private boolean majority = true;

    SharedStore(State kept) {
        this.kept = kept;
    }

    State kept() {
        return kept;
    }

    void keep(State durable) {
        kept = durable;
    }

    /** Whether enough of its members live. Without them nothing is read or written, and no lease ends. */
    boolean hasMajority() {
        return majority;
    }

    void majority(boolean lives) {
        majority = lives;
    }

    boolean answers(Replica replica) {
        return majority && replica.reachesStore();
    }
}
