package io.heddle.bgp.rib;

/** Is shown what destinations become, one by one, at the end of a call into the speaker. */
public interface RouteFollower {

    /** A destination has become this. The speaker may be looked at from here, not changed. */
    void changed(ChosenRoute route);

    /** That was all for now. */
    default void shown() {}
}
