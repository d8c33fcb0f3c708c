package io.heddle.controller.onos.provider;

import io.heddle.controller.onos.OnosIds;
import io.heddle.controller.onos.SwitchTls;
import io.heddle.controller.onos.openflow.OpenFlowServer;
import io.heddle.controller.onos.openflow.OpenFlowSwitch;
import io.heddle.controller.onos.openflow.SwitchEvents;
import io.heddle.controller.onos.openflow.SwitchPort;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.ExplicitTables;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.onosproject.net.DeviceId;

/**
 * The switches of a fabric over OpenFlow: give each an {@link Intent}, in any order and whether it is connected or not; it holds it as soon
 * as it can. A switch that comes back is read and only what differs is put right. Among several controllers {@link #lead} says which one does so;
 * switches hold the others to it by their roles.
 */
public final class OpenFlowProvider implements AutoCloseable {

    private final Map<Long, DeviceName> datapaths;
    private final Map<DeviceName, ManagedSwitch> switches = new TreeMap<>();
    private final ProviderEvents events;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final OpenFlowServer server;
    private volatile Lead lead;

    /** The only controller of its switches. */
    public OpenFlowProvider(
            SocketAddress address, Map<Long, DeviceName> datapaths, ProviderEvents events, Duration tick)
            throws InterruptedException {
        this(address, datapaths, events, tick, new Lead.Alone(), Optional.empty());
    }

    /**
     * One of several controllers, or the only one.
     *
     * @param datapaths the switches that are expected; any other is refused
     * @param tick see {@link OpenFlowServer#listen}
     * @param first whether it leads at first
     * @param tls of what switches say; without it, whoever reaches the address may say it is one
     */
    public OpenFlowProvider(
            SocketAddress address,
            Map<Long, DeviceName> datapaths,
            ProviderEvents events,
            Duration tick,
            Lead first,
            Optional<SwitchTls> tls)
            throws InterruptedException {
        this.datapaths = new HashMap<>(datapaths);
        this.events = events;
        lead = first;
        datapaths.values().forEach(each -> switches.put(each, new ManagedSwitch(each, executor, () -> lead, events)));
        server = OpenFlowServer.listen(address, new Channels(), tick, tls);
    }

    public SocketAddress address() {
        return server.address();
    }

    /** Ends every channel; switches come again and are judged anew. */
    public void reconnect(String reason) {
        switches.values().forEach(each -> each.channel().ifPresent(open -> open.disconnect(reason)));
    }

    /** Completes when the switch has done what differs, or at once if it is not connected. */
    public CompletableFuture<Outcome> want(Intent intent) {
        return want(intent, lead);
    }

    /**
     * The same, worked out as leader or not.
     *
     * @param as what this controller was when the intent was worked out; it pushes it only if it still is
     */
    public CompletableFuture<Outcome> want(Intent intent, Lead as) {
        return managed(intent.config().name()).want(intent, as);
    }

    /**
     * From now on this controller leads, or does not. One that leads takes each switch with the first intent wanted as such, so that nothing older
     * than what the last leader told is pushed; one that follows stands back at once.
     */
    public void lead(Lead now) {
        if (!now.equals(lead)) {
            lead = now;
            if (now instanceof Lead.Follows) {
                switches.values().forEach(each -> {
                    var _ = each.audit();
                });
            }
        }
    }

    /** Reads the switch and mends what somebody else changed. */
    public CompletableFuture<Outcome> audit(DeviceName device) {
        return managed(device).audit();
    }

    /** What the switch says it holds, as tables; fails if it is not connected. */
    public CompletableFuture<ExplicitTables> tables(DeviceName device) {
        return managed(device).tables();
    }

    public boolean isConnected(DeviceName device) {
        return managed(device).channel().isPresent();
    }

    /** The ports as the switch described them; none while it is not connected. */
    public List<SwitchPort> ports(DeviceName device) {
        return managed(device).channel().map(OpenFlowSwitch::ports).orElse(List.of());
    }

    private ManagedSwitch managed(DeviceName device) {
        ManagedSwitch found = switches.get(device);
        if (found == null) {
            throw new IllegalArgumentException(device + " has no datapath");
        }
        return found;
    }

    @Override
    public void close() {
        server.close();
        executor.shutdownNow();
    }

    private final class Channels implements SwitchEvents {

        @Override
        public Optional<DeviceId> device(long datapathId) {
            return Optional.ofNullable(datapaths.get(datapathId)).map(OnosIds::deviceId);
        }

        @Override
        public void connected(OpenFlowSwitch device) {
            DeviceName name = name(device);
            ManagedSwitch found = managed(name);
            found.attached(device);
            CompletableFuture<Outcome> _ = found.audit().whenComplete((outcome, failure) -> {
                if (outcome == null) {
                    events.lost(name, String.valueOf(failure));
                } else {
                    events.settled(outcome);
                }
            });
        }

        @Override
        public void portChanged(OpenFlowSwitch device, SwitchPort port) {
            events.portChanged(name(device), port);
        }

        @Override
        public void frame(OpenFlowSwitch device, long inPort, byte[] frame) {
            events.frame(name(device), inPort, frame);
        }

        @Override
        public void disconnected(OpenFlowSwitch device, String reason) {
            managed(name(device)).detached(device);
            events.lost(name(device), reason);
        }

        @Override
        public void refused(String peer, String reason) {
            events.refused(peer, reason);
        }

        private DeviceName name(OpenFlowSwitch device) {
            return OnosIds.deviceName(device.device()).orElseThrow();
        }
    }
}
