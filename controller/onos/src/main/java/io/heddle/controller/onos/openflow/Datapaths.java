package io.heddle.controller.onos.openflow;

import java.util.HashSet;
import java.util.Set;

/** The datapaths that have a channel: one each, and who came first keeps it. Used on the one thread of the channels. */
final class Datapaths {

    private final Set<Long> taken = new HashSet<>();

    boolean take(long datapathId) {
        return taken.add(datapathId);
    }

    void give(long datapathId) {
        taken.remove(datapathId);
    }
}
