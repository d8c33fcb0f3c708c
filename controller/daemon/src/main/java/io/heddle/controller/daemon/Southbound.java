package io.heddle.controller.daemon;

import io.heddle.controller.core.announce.Wanted;
import java.util.Collection;

/** Where wants go. */
public interface Southbound extends AutoCloseable {

    /** For a controller without sessions: it gives addresses and answers questions. */
    Southbound NOBODY = new Southbound() {
        @Override
        public void want(Collection<Wanted> wants) {}

        @Override
        public void close() {}
    };

    /** Switches are to be told this from now on. */
    void want(Collection<Wanted> wants);

    /** Lets go of the switches without taking anything back. */
    @Override
    void close();
}
