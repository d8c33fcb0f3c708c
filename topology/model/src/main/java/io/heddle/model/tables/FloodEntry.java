package io.heddle.model.tables;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Vni;

/** A member of a VNI's head-end replication list: ingress replication from type-3 routes (RFC 7432 section 11.2). */
public record FloodEntry(Vni vni, IpAddress vtep) implements Comparable<FloodEntry> {

    @Override
    public int compareTo(FloodEntry other) {
        int byVni = vni.compareTo(other.vni);
        return byVni != 0 ? byVni : vtep.compareTo(other.vtep);
    }
}
