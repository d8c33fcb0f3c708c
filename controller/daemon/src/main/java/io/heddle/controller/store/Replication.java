package io.heddle.controller.store;

import io.heddle.controller.core.Change;
import java.util.List;

/** What happens in a store that several controllers share. Called on any thread, one call after the other. */
public interface Replication {

    /**
     * Somebody wrote, be it this replica.
     *
     * @param after the revision that the changes are made to
     */
    void written(long after, long revision, List<Change> changes);

    /**
     * Who may write changed.
     *
     * @param mine whether this replica may
     * @param leader its name, empty if nobody leads
     * @param term if this replica may: a number greater than that of every writer before; otherwise 0
     */
    void leads(boolean mine, String leader, long term);

    /** Something was missed: the store is to be read again. */
    void lost(String reason);
}
