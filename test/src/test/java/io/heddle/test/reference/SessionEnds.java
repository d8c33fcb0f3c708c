package io.heddle.test.reference;

import io.heddle.model.config.Neighbor;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.NextHop;

/**
 * A session that is up, with both its ends.
 *
 * @param nearNeighbor the far end as the near one is told of it
 * @param nearToFar how the near end forwards over it
 */
public record SessionEnds(
        DeviceName near,
        Neighbor nearNeighbor,
        NextHop nearToFar,
        DeviceName far,
        Neighbor farNeighbor,
        NextHop farToNear) {

    public boolean isExternal() {
        // Each end's remote AS is the other's.
        return !nearNeighbor.remoteAs().equals(farNeighbor.remoteAs());
    }
}
