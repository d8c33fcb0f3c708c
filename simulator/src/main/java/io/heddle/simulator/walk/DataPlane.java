package io.heddle.simulator.walk;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.device.Overflow;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.SwitchTables;
import java.util.Optional;
import java.util.function.Function;

/** How a fabric stands while packets are followed through it; it may change between two walks. */
public interface DataPlane {

    /** What a living device has in its tables. Nodes may have none: they forward as they are told. */
    Optional<SwitchTables> tables(DeviceName device);

    /** Whether the routing of a switch has a route that covers an address, and tells its peers so; its hardware may not have it. */
    default boolean routes(DeviceName device, IpAddress to) {
        return tables(device)
                .filter(held -> held.longestMatch(VrfName.DEFAULT, to).isPresent())
                .isPresent();
    }

    /** What a device does with packets that an entry of its tables decides about, if the hardware has no room for that: the processor forwards them. */
    default Optional<Overflow> punted(DeviceName device, TableEntry entry) {
        return Optional.empty();
    }

    /** What loses frames. */
    Outage outage();

    /** Whether a device sends over a port; it may do so over a broken cable until it notices. */
    boolean uses(PortRef port);

    /** Whether a node's BGP session is up, so that it has its neighbour's routes. */
    boolean speaks(DeviceName node, DeviceName peer);

    Endpoints endpoints();

    /** A fabric at rest: whatever is broken has been noticed. */
    static DataPlane atRest(
            Fabric fabric, Endpoints endpoints, Function<DeviceName, Optional<SwitchTables>> tables, Outage outage) {
        return new DataPlane() {
            @Override
            public Optional<SwitchTables> tables(DeviceName device) {
                return tables.apply(device);
            }

            @Override
            public Outage outage() {
                return outage;
            }

            @Override
            public boolean uses(PortRef port) {
                return fabric.linkAt(port).filter(outage::isUp).isPresent();
            }

            @Override
            public boolean speaks(DeviceName node, DeviceName peer) {
                return true;
            }

            @Override
            public Endpoints endpoints() {
                return endpoints;
            }
        };
    }
}
