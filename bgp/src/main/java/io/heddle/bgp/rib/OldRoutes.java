package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.config.Community;

/**
 * What becomes of a source's routes when its session is gone or it sends everything anew. Routes become old by counting up a generation
 * (see {@link Generations}); what is then done to them is done slice by slice. Single-threaded.
 */
final class OldRoutes {

    /** RFC 9494 section 4.6. */
    private static final Community NO_LLGR = new Community(0xFFFF, 7);

    private final RibTables tables;
    private final AttributeTable attributes;
    private final TableWork work;

    OldRoutes(RibTables tables, AttributeTable attributes, TableWork work) {
        this.tables = tables;
        this.attributes = attributes;
        this.work = work;
    }

    /** Routes become stale; those that already were go (RFC 4724 section 4.2). */
    void markStale(int source, AddressFamilyId family) {
        RouteTable table = tables.find(family);
        if (table != null && table.walks().holdsAny(source)) {
            byte before = table.generations().current(source);
            table.generations().begin(source);
            work.sweep(table.walks(), source, before);
        }
    }

    /** Stale routes go. */
    void sweepStale(int source, AddressFamilyId family) {
        RouteTable table = tables.find(family);
        if (table != null) {
            work.sweep(table.walks(), source, table.generations().current(source));
        }
    }

    /** All routes there are now go. */
    void drop(int source, AddressFamilyId family) {
        RouteTable table = tables.find(family);
        if (table != null && table.walks().holdsAny(source)) {
            byte now = table.generations().begin(source);
            table.generations().doom(source);
            work.sweep(table.walks(), source, now);
        }
    }

    /** Stale routes become long-lived: marked, and preferred least; those that say NO_LLGR go (RFC 9494 section 4.2). */
    void makeLongLived(int source, AddressFamilyId family) {
        RouteTable table = tables.find(family);
        if (table != null && table.walks().holdsAny(source)) {
            byte before = table.generations().current(source);
            work.add(TableTask.walk(
                    from -> table.walks().changeStale(source, before, this::longLived, from, work.slice())));
        }
    }

    private int longLived(int set) {
        AttributeSet content = attributes.set(set);
        return content.core().has(NO_LLGR)
                ? AttributeTable.NONE
                : attributes.intern(
                        content.withCore(content.core().withCommunity(AttributeTable.LLGR_STALE)),
                        attributes.payload(set));
    }
}
