package io.heddle.lab.layout;

import io.heddle.model.config.ExternalRouter;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import java.util.List;
import java.util.Map;

/** A router beyond the fabric: FRR at the far end of its cables. */
final class ExternalSpaces {

    private ExternalSpaces() {}

    static void add(Draft draft, ExternalRouter router) {
        Space space = draft.space(router.name());
        RouterSysctls.set(space);
        space.ip("link set dev lo up");
        for (Wire wire : draft.wires(router.name())) {
            Wire.End own = wire.at(router.name());
            for (RoutedPort.InterfaceAddress far : facing(draft, wire.beyond(router.name()))) {
                space.address(own.name(), other(far.address()) + "/" + far.length());
            }
        }
        draft.routers.add(new RouterSpace(router.name(), Map.of(VrfName.DEFAULT, space.name())));
    }

    private static List<RoutedPort.InterfaceAddress> facing(Draft draft, Wire.End leaf) {
        DeviceName device = leaf.device();
        return draft.config.findSwitch(device).map(SwitchConfig::routedPorts).orElse(List.of()).stream()
                .filter(each -> each.port().value().equals(leaf.port()))
                .findFirst()
                .map(RoutedPort::addresses)
                .orElse(List.of());
    }

    /** The other address of a /31 or /127 (RFC 3021, RFC 6164). */
    private static IpAddress other(IpAddress address) {
        return new IpAddress(address.family(), address.high(), address.low() ^ 1);
    }
}
