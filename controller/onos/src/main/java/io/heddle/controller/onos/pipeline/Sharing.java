package io.heddle.controller.onos.pipeline;

import io.heddle.model.net.IpAddress;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A bond that another leaf has too, and whose half there is up.
 *
 * @param vteps the other leafs' addresses as VTEPs, where EVPN holds the bond together; none where a peer link does (MLAG)
 */
public record Sharing(SortedSet<IpAddress> vteps) {

    public Sharing(Collection<IpAddress> vteps) {
        this(new TreeSet<>(vteps));
    }
}
