package io.heddle.simulator.event;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.timeline.Moment;

/** Is told everything that is exchanged and everything that changes, as it happens. Times are nanoseconds since the fabric was switched on. */
public interface Tracer {

    /** One end of a BGP session. Addresses are those of the simulation, one pair a session. */
    record End(DeviceName device, IpAddress address) {
        @Override
        public String toString() {
            return device.toString();
        }
    }

    /** A connection came about; {@code from} dialled. */
    default void connected(long at, End from, End to) {}

    /** Whole BGP messages left. */
    default void sent(long at, End from, End to, byte[] messages) {}

    /** A connection is gone at {@code at}. */
    default void closed(long now, End at, End peer) {}

    /** Something changed; also before the first incident. */
    default void changed(Moment moment) {}
}
