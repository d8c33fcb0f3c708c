package io.heddle.bgp.rib;

/** Is told that destinations changed; told within the change, so it only notes the number. */
interface RouteWatcher {

    /** The best path is another one, or has other attributes, or is gone. */
    void bestChanged(int destination);

    /** The best is as it was, but the paths beside it changed: of interest to multipath. */
    void pathChanged(int destination);
}
