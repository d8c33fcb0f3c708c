package io.heddle.controller.daemon;

import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.http.api.Drift;
import io.heddle.model.fabric.DeviceName;
import java.util.Collection;
import java.util.List;

/** Where wants go. */
interface Southbound extends AutoCloseable {

    /** For a controller without sessions: it gives addresses and answers questions. */
    Southbound NOBODY = new Southbound() {
        @Override
        public void report(ControllerLoop loop) {}

        @Override
        public List<Drift> drift() {
            return List.of();
        }

        @Override
        public boolean isTold(DeviceName device) {
            return false;
        }

        @Override
        public void want(Collection<Wanted> wants) {}

        @Override
        public void close() {}
    };

    /** Tells the loop of sessions that come and go, those that are there already included. */
    void report(ControllerLoop loop);

    /** Switches that cannot be told anything, or were not told all yet. */
    List<Drift> drift();

    /** Whether a switch was told all that is wanted of it. */
    boolean isTold(DeviceName device);

    /** Switches are to be told this from now on. */
    void want(Collection<Wanted> wants);

    /**
     * Whether this controller may change what only one of several may; told again after every reading of the store, when its state is the latest.
     *
     * @param term greater than that of every leader before; 0 if it does not lead
     */
    default void leads(long term) {}

    /** Lets go of the switches without taking anything back. */
    @Override
    void close();
}
