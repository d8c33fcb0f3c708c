package io.heddle.controller.daemon.loop;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Step;
import io.heddle.controller.core.announce.Wanted;
import java.util.Collection;
import java.util.List;

/**
 * Where what was decided goes. Called by the loop's thread alone, after the store has it and the state is shown; only routes to new pods are
 * wanted while the store still writes them, at the revision before.
 */
public interface Outlet {

    /** Switches are to be told this from now on. */
    void want(Collection<Wanted> wants);

    /** An event was stepped here. */
    void stepped(Event event, Step step);

    /** Another replica wrote. */
    void written(long revision, List<Change> changes);

    /**
     * This replica may change what replicas must not change at once, or may no longer; told again after every reading of the store.
     *
     * @param term greater than that of every leader before; 0 if it does not lead
     */
    default void leads(long term) {}

    /** Why nothing can be kept now; empty when it can again. */
    void trouble(String reason);
}
