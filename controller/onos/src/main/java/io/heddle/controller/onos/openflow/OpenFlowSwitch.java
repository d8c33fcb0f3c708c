package io.heddle.controller.onos.openflow;

import io.heddle.controller.onos.change.Change;
import io.heddle.controller.onos.change.SwitchState;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.onosproject.net.DeviceId;

/** A switch that has a channel open. What is asked is done in order; a channel that ends fails what is still open. */
public interface OpenFlowSwitch {

    long datapathId();

    DeviceId device();

    /** As last described. */
    List<SwitchPort> ports();

    /** Sends the changes in order and completes once the switch has done them all. */
    CompletableFuture<PushReport> push(List<Change> changes);

    /** Everything the switch holds. */
    CompletableFuture<SwitchState> read();

    /** Asks to be master, with a generation above that of every master before. */
    CompletableFuture<RoleAnswer> lead(long generation);

    /** Asks to be slave: the switch refuses what this controller would change. */
    CompletableFuture<RoleAnswer> standBy();

    /** Ends the channel; the switch keeps forwarding. */
    void disconnect(String reason);
}
