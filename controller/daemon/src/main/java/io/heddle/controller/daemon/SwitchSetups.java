package io.heddle.controller.daemon;

import io.heddle.controller.daemon.config.OpenFlowConfig;
import io.heddle.controller.daemon.config.SwitchDatabase;
import io.heddle.controller.http.api.Drift;
import io.heddle.controller.log.EventLog;
import io.heddle.controller.log.LogEvent;
import io.heddle.controller.onos.SwitchTls;
import io.heddle.controller.onos.ovsdb.BridgePlace;
import io.heddle.controller.onos.ovsdb.OvsdbEvents;
import io.heddle.controller.onos.ovsdb.OvsdbProvider;
import io.heddle.controller.onos.ovsdb.SetupCompiler;
import io.heddle.controller.onos.ovsdb.SwitchReport;
import io.heddle.controller.onos.provider.Intent;
import io.heddle.controller.onos.provider.Lead;
import io.heddle.model.fabric.DeviceName;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bridges, ports, bonds and tunnels of the OpenFlow switches that say where their database is. */
final class SwitchSetups implements AutoCloseable {

    private final SortedMap<DeviceName, SwitchDatabase> databases;
    private final Map<DeviceName, Long> datapaths = new TreeMap<>();
    private final EventLog log;
    private final Runnable doubt;
    private final OvsdbProvider provider;

    /**
     * Begins to connect.
     *
     * @param doubt run when a database may have taken another controller for its writer
     */
    SwitchSetups(
            OpenFlowConfig config, EventLog log, Duration tick, Lead first, Runnable doubt, Optional<SwitchTls> tls) {
        this.doubt = doubt;
        databases = config.databases();
        config.datapaths().forEach((datapath, device) -> datapaths.put(device, datapath));
        this.log = log;
        Map<DeviceName, SocketAddress> addresses = new TreeMap<>();
        databases.forEach((device, database) -> addresses.put(device, database.address()));
        provider = new OvsdbProvider(addresses, new Happening(), tick, first, tls);
    }

    /** A switch is to have the ports and tunnels that its rules speak of. */
    void want(DeviceName device, Intent intent) {
        SwitchDatabase database = databases.get(device);
        Long datapath = datapaths.get(device);
        if (database != null && datapath != null) {
            BridgePlace place = new BridgePlace(database.bridge(), datapath, database.controllers());
            provider.want(device, SetupCompiler.compile(place, intent.config(), intent.wiring()));
        }
    }

    /** What was wanted before is what a new leader begins with. */
    void lead(Lead now) {
        provider.lead(now);
    }

    void reconnect(String reason) {
        provider.reconnect(reason);
    }

    List<Drift> drift() {
        List<Drift> drift = new ArrayList<>();
        for (DeviceName device : databases.keySet()) {
            SwitchReport report = provider.report(device);
            if (!report.connected()) {
                drift.add(new Drift(device, "database", "connected", report.reason()));
            }
            report.differences().forEach(each -> drift.add(new Drift(device, "setup", "as planned", each)));
            report.faults().forEach(each -> drift.add(new Drift(device, "setup", "done by the switch", each)));
        }
        return drift;
    }

    @Override
    public void close() {
        provider.close();
    }

    private final class Happening implements OvsdbEvents {

        @Override
        public void lost(DeviceName device, String reason) {
            warn(device, "its database: " + reason);
        }

        @Override
        public void drifted(DeviceName device, List<String> differences) {
            differences.forEach(each -> log.write(
                    LogEvent.DRIFT, "switch", device, "what", "setup", "wanted", "as planned", "found", each));
        }

        @Override
        public void refused(DeviceName device, String reason) {
            doubt.run();
            warn(device, "its database: " + reason);
        }

        private void warn(DeviceName device, String text) {
            log.write(LogEvent.WARNING, "subject", device, "text", text);
        }
    }
}
