package io.heddle.simulator.event;

import io.heddle.model.audit.TableAudit;
import io.heddle.model.fabric.DeviceName;

/**
 * What a switch does when one of its tables is full, as the row of its device says. Packets that the processor forwards are the business of
 * who follows them ({@link io.heddle.simulator.timeline.Replay}). Single-threaded.
 */
final class Overflowing {

    private final World world;
    private final DeviceName device;

    Overflowing(World world, DeviceName device) {
        this.world = world;
        this.device = device;
    }

    /** What is wanted in a place finds no room; returns whether nothing more is written. */
    boolean full(Slot slot, TableAudit.Full full) {
        return switch (full.overflow().action()) {
            case CRASH -> {
                world.crashes.crash(device, full);
                yield true;
            }
            case NOT_ADVERTISED -> {
                // Where an older way stands, packets still follow that, and it stays announced.
                if (slot.held == null) {
                    outward().withhold(slot.members);
                }
                yield false;
            }
            case DROP_SILENTLY, PUNT_TO_CPU, UNKNOWN -> false;
        };
    }

    /** What found no room in a place stands there, or is no longer wanted. */
    void settled(Slot slot) {
        outward().release(slot.members);
    }

    /** Everything is gone. */
    void lost() {
        outward().forget();
    }

    private Outward outward() {
        return world.device(device).outward();
    }
}
