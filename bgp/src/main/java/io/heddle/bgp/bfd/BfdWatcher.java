package io.heddle.bgp.bfd;

/** Who wants to know of a path: a BGP session, a static route. */
public interface BfdWatcher {

    /** The path works both ways. */
    void up(int session);

    /** The session left Up. */
    void down(int session, BfdEffect.Down down);
}
