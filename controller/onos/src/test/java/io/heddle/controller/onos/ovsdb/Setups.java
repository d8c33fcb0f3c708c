package io.heddle.controller.onos.ovsdb;

import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.controller.onos.pipeline.Wiring;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.Irb;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.VlanId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Small switches to set up. */
final class Setups {

    static final DeviceName FIRST = DeviceName.of("leaf-1");
    static final DeviceName SECOND = DeviceName.of("leaf-2");
    static final IpAddress FAR = IpAddress.parse("10.255.0.9");

    private Setups() {}

    /** A leaf with ports 1 and 2 in a bond, port 3 bridged, port 4 routed, and a tunnel. */
    static SwitchSetup usual() {
        return of(FIRST, bond(OptionalInt.empty(), "port1", "port2"), single("port3"));
    }

    static SwitchSetup of(DeviceName device, BridgePort... bridged) {
        SwitchConfig config = new SwitchConfig(
                device,
                List.of(),
                List.of(new RoutedPort(PortName.of("port4"), DeviceName.of("spine-1"), List.of(), 9000)),
                List.of(bridged),
                List.of(),
                List.of(),
                Optional.of(new Vtep(IpAddress.parse("10.255.0.1"), Optional.empty(), false)),
                Irb.NONE,
                Optional.of(device.equals(FIRST) ? SECOND : FIRST),
                false,
                List.of(),
                Optional.empty());
        Wiring wiring = new Wiring(
                FabricWiring.routerMac(device),
                Map.of(
                        PortName.of("port1"),
                        1,
                        PortName.of("port2"),
                        2,
                        PortName.of("port3"),
                        3,
                        PortName.of("port4"),
                        4),
                Map.of(FAR, 0x4000),
                Map.of(),
                Map.of());
        return SetupCompiler.compile(new BridgePlace("br0", 7, List.of("tcp:10.0.0.1:6653")), config, wiring);
    }

    static BridgePort bond(OptionalInt mlag, String... members) {
        return port("bond0", List.of(members), List.of(new VlanId(20), new VlanId(30)), Optional.of(Lacp.FAST), mlag);
    }

    static BridgePort single(String name) {
        return port(name, List.of(name), List.of(), Optional.empty(), OptionalInt.empty());
    }

    private static BridgePort port(
            String name, List<String> members, List<VlanId> tagged, Optional<Lacp> lacp, OptionalInt mlag) {
        return new BridgePort(
                name,
                members.stream().map(PortName::of).toList(),
                DeviceName.of("node-1"),
                tagged,
                Optional.of(new VlanId(10)),
                lacp,
                mlag,
                Optional.empty(),
                false,
                1500);
    }
}
