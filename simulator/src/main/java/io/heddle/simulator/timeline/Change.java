package io.heddle.simulator.timeline;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.device.Overflow;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import java.util.List;

/** One thing that became different. */
public sealed interface Change {

    /**
     * The entries of a device's hardware changed; of a node that speaks BGP, its kernel's. Removals come first where a key is in both.
     *
     * @param put new entries, in the place of those with the same key
     * @param removed entries as they stood, and those that found no room and are no longer wanted
     */
    record TablesChanged(DeviceName device, List<TableEntry> put, List<TableEntry> removed) implements Change {
        public TablesChanged {
            put = List.copyOf(put);
            removed = List.copyOf(removed);
        }
    }

    /**
     * An entry found no room in a device's tables; what stood under its key stays. It is wanted until a change of tables has its key.
     *
     * @param overflow what the device does then: where the entry is punted, packets follow it all the same
     */
    record NotWritten(DeviceName device, TableEntry entry, String table, Overflow overflow) implements Change {}

    /** Frames are lost on these cables and devices from now on, whether anybody noticed or not. */
    record PartsDown(Outage parts) implements Change {}

    record PartsUp(Outage parts) implements Change {}

    /** A device stops using a port: no carrier, LACP timed out, or shut. */
    record PortOut(PortRef port) implements Change {}

    /** A device uses a port again. */
    record PortIn(PortRef port) implements Change {}

    record SessionDown(DeviceName at, DeviceName peer) implements Change {}

    record SessionUp(DeviceName at, DeviceName peer) implements Change {}

    /** A routing process stops, runs again, or asks its neighbours to prefer others. */
    record RoutingChanged(DeviceName device, Routing now) implements Change {}

    /** Something that is in nobody's tables: who leads among controllers, whose report waits. Packets are not touched by it. */
    record Remark(String who, String text) implements Change {}

    record PodsCame(List<Endpoint> pods) implements Change {
        public PodsCame {
            pods = List.copyOf(pods);
        }
    }

    record PodsWent(List<Endpoint> pods) implements Change {
        public PodsWent {
            pods = List.copyOf(pods);
        }
    }
}
