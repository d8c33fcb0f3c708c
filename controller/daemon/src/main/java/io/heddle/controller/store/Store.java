package io.heddle.controller.store;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.State;
import java.util.List;

/** Keeps changes. Used by one thread at a time. */
public interface Store extends AutoCloseable {

    /** The format that is written, and the newest that is read. */
    int FORMAT = 1;

    /**
     * Everything kept.
     *
     * @throws StoreException when it cannot be read, or what is read cannot be what was written
     */
    Kept load() throws StoreException;

    /**
     * Keeps changes: when this returns they survive a power cut; when it fails with {@link StoreException.Full} or
     * {@link StoreException.Fenced} none of them is kept, and otherwise they may be or not.
     *
     * @param revision the one that the changes lead to; above the last
     */
    void commit(long revision, List<Change> changes) throws StoreException;

    /** The state that the last commit led to: for a store that sums up what it has now and then. Does not wait. */
    default void committed(State state) {}

    @Override
    void close();
}
