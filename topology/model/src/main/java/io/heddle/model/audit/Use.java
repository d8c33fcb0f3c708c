package io.heddle.model.audit;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How much of a resource is used in one state of the fabric.
 *
 * @param used entries of this resource
 * @param share how full its table is, 1 being exactly full, entries of other resources in the same table included; empty where the
 *     limit is unknown or there is none. A table of size 0 counts 1 more than its entries
 * @param contributions every kind with entries in the table, other resources of a shared table included; none if nothing is used
 */
public record Use(long used, OptionalDouble share, Verdict verdict, List<Contribution> contributions) {

    public Use {
        contributions = List.copyOf(contributions);
    }
}
