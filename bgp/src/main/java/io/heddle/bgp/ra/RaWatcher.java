package io.heddle.bgp.ra;

import io.heddle.model.net.IpAddress;

/** Who wants to know of the routers on links. */
public interface RaWatcher {

    /** A router was heard of for the first time, or after it was lost. */
    void found(String networkInterface, IpAddress linkLocal);

    /** A router was silent for three of our intervals and for the lifetime it told. */
    void lost(String networkInterface, IpAddress linkLocal);
}
