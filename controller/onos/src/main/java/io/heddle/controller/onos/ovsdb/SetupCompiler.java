package io.heddle.controller.onos.ovsdb;

import io.heddle.controller.onos.pipeline.Wiring;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a switch is told and how it is wired → bridge, ports, bonds and tunnels with the port numbers that its rules speak of. */
public final class SetupCompiler {

    private static final long MOST_BACKOFF_MILLIS = 1000;

    private final BridgePlace place;
    private final SwitchConfig config;
    private final Wiring wiring;
    private final Map<Column, Value> mark;
    private final List<SwitchSetup.WantedPort> ports = new ArrayList<>();
    private final List<String> unplaced = new ArrayList<>();

    private SetupCompiler(BridgePlace place, SwitchConfig config, Wiring wiring) {
        this.place = place;
        this.config = config;
        this.wiring = wiring;
        mark = Map.of(
                Column.PORT_IDS,
                new Value.Pairs(Map.of(SwitchSetup.MARK, config.name().value())));
    }

    public static SwitchSetup compile(BridgePlace place, SwitchConfig config, Wiring wiring) {
        return new SetupCompiler(place, config, wiring).setup();
    }

    private SwitchSetup setup() {
        WantedRow local =
                new WantedRow(Table.INTERFACE, place.bridge(), Map.of(Column.INTERFACE_NAME, Value.of(place.bridge())));
        ports.add(new SwitchSetup.WantedPort(row(place.bridge(), Map.of()), List.of(local)));
        config.routedPorts().forEach(this::routed);
        config.bridgePorts().forEach(this::bridged);
        config.vtep().ifPresent(own -> wiring.tunnels().forEach((remote, number) -> tunnel(own, remote, number)));
        return new SwitchSetup(
                bridge(),
                place.controllers().stream().map(SetupCompiler::controller).toList(),
                ports,
                unplaced);
    }

    private WantedRow bridge() {
        return new WantedRow(
                Table.BRIDGE,
                place.bridge(),
                Map.of(
                        Column.BRIDGE_NAME,
                        Value.of(place.bridge()),
                        Column.BRIDGE_DATAPATH,
                        Value.of("netdev"),
                        Column.BRIDGE_FAIL_MODE,
                        Value.of("secure"),
                        Column.BRIDGE_PROTOCOLS,
                        Value.of("OpenFlow13"),
                        Column.BRIDGE_OTHER,
                        new Value.Pairs(Map.of(
                                "datapath-id",
                                "%016x".formatted(place.datapath()),
                                "hwaddr",
                                wiring.routerMac().toString())),
                        Column.BRIDGE_IDS,
                        new Value.Pairs(Map.of(SwitchSetup.MARK, config.name().value()))));
    }

    private static WantedRow controller(String target) {
        return new WantedRow(
                Table.CONTROLLER,
                target,
                Map.of(
                        Column.CONTROLLER_TARGET,
                        Value.of(target),
                        // In band, Open vSwitch puts rules of its own before ours.
                        Column.CONTROLLER_MODE,
                        Value.of("out-of-band"),
                        Column.CONTROLLER_BACKOFF,
                        Value.of(MOST_BACKOFF_MILLIS)));
    }

    private void routed(RoutedPort port) {
        link(port.port(), Map.of()).ifPresent(link -> {
            Map<Column, Value> columns = plain();
            ports.add(new SwitchSetup.WantedPort(row(port.port().value(), columns), List.of(link)));
        });
    }

    private void bridged(BridgePort port) {
        if (!BridgePlace.isInterfaceName(port.name())) {
            unplaced.add("port " + port.name() + ": no name of an interface");
            return;
        }
        Bonding bonding = new Bonding(config, port);
        List<WantedRow> links = port.members().stream()
                .flatMap(member -> link(member, bonding.member(wiring.ports().getOrDefault(member, 0))).stream())
                .toList();
        if (!links.isEmpty()) {
            Map<Column, Value> columns = plain();
            columns.putAll(bonding.columns());
            columns.put(
                    Column.PORT_TRUNKS,
                    new Value.Atoms(port.tagged().stream()
                            .map(each -> String.valueOf(each.value()))
                            .toList()));
            port.untagged().ifPresent(vlan -> {
                columns.put(Column.PORT_TAG, Value.of(vlan.value()));
                columns.put(Column.PORT_VLAN_MODE, Value.of(port.tagged().isEmpty() ? "access" : "native-untagged"));
            });
            ports.add(new SwitchSetup.WantedPort(row(port.name(), columns), links));
        }
    }

    /** What a port has that is neither bond nor bridged. */
    private static Map<Column, Value> plain() {
        Map<Column, Value> columns = new HashMap<>();
        for (Column each : List.of(
                Column.PORT_TAG,
                Column.PORT_TRUNKS,
                Column.PORT_VLAN_MODE,
                Column.PORT_LACP,
                Column.PORT_BOND_MODE,
                Column.PORT_OTHER)) {
            columns.put(each, each.nothing());
        }
        return columns;
    }

    /** An interface of the switch that is a front port. */
    private Optional<WantedRow> link(PortName port, Map<String, String> other) {
        Integer number = wiring.ports().get(port);
        if (number == null || !BridgePlace.isInterfaceName(port.value())) {
            unplaced.add("port " + port + ": " + (number == null ? "it has no number" : "no name of an interface"));
            return Optional.empty();
        }
        return Optional.of(new WantedRow(
                Table.INTERFACE,
                port.value(),
                Map.of(
                        Column.INTERFACE_NAME,
                        Value.of(port),
                        Column.INTERFACE_TYPE,
                        Value.of(""),
                        Column.INTERFACE_NUMBER,
                        Value.of(number),
                        Column.INTERFACE_OTHER,
                        new Value.Pairs(other))));
    }

    /**
     * A tunnel to a VTEP for every VNI: the rules set it ({@code key=flow}). With an address shared by two leafs the switch's own routes choose
     * the source, since frames arrive at either address.
     */
    private void tunnel(Vtep own, IpAddress remote, int number) {
        Map<String, String> options = new HashMap<>(Map.of("remote_ip", remote.toString(), "key", "flow"));
        if (own.anycast().isEmpty()) {
            options.put("local_ip", own.primary().toString());
        }
        String name = "vx" + Integer.toHexString(number);
        ports.add(new SwitchSetup.WantedPort(
                row(name, plain()),
                List.of(new WantedRow(
                        Table.INTERFACE,
                        name,
                        Map.of(
                                Column.INTERFACE_NAME,
                                Value.of(name),
                                Column.INTERFACE_TYPE,
                                Value.of("vxlan"),
                                Column.INTERFACE_NUMBER,
                                Value.of(number),
                                Column.INTERFACE_OPTIONS,
                                new Value.Pairs(options))))));
    }

    private WantedRow row(String name, Map<Column, Value> columns) {
        Map<Column, Value> all = new HashMap<>(columns);
        all.putAll(mark);
        all.put(Column.PORT_NAME, Value.of(name));
        return new WantedRow(Table.PORT, name, all);
    }
}
