package io.heddle.render.interfaces;

import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.render.FabricView;
import io.heddle.render.Gap;
import io.heddle.render.InterfaceNames;
import io.heddle.render.MlagSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The interfaces of a switch. Pure: equal input, equal text. */
public final class SwitchInterfaces {

    private final SwitchConfig device;
    private final Flavour flavour;
    private final Optional<MlagSide> pair;
    private final List<Gap> gaps;

    private SwitchInterfaces(FabricView fabric, SwitchConfig device, Flavour flavour, List<Gap> gaps) {
        this.device = device;
        this.flavour = flavour;
        this.gaps = gaps;
        pair = fabric.mlagSide(device);
    }

    /** The file's text; what cannot be said is added to {@code gaps}. */
    public static String of(FabricView fabric, SwitchConfig device, Flavour flavour, List<Gap> gaps) {
        return new SwitchInterfaces(fabric, device, flavour, gaps).text();
    }

    private String text() {
        List<Stanza> stanzas = new ArrayList<>();
        stanzas.add(loopback());
        device.vrfs().forEach(each -> stanzas.add(Stanza.of(each.name().value()).with("vrf-table", "auto")));
        device.routedPorts().forEach(each -> stanzas.add(routed(each)));
        stanzas.addAll(new BridgeStanzas(device, flavour, pair, gaps).all());
        device.vlans().forEach(vlan -> vlan.svi().ifPresent(svi -> stanzas.add(svi(vlan, svi))));
        stanzas.addAll(new OverlayStanzas(device, flavour, pair, gaps).all());
        return Stanza.file(device.name().value(), stanzas);
    }

    /** clagd adds the anycast address of a pair by itself, and takes it away while the pair is apart. */
    private Stanza loopback() {
        Stanza lo = Stanza.loopback();
        Optional<IpAddress> byClagd = flavour == Flavour.CUMULUS && pair.isPresent()
                ? device.vtep().flatMap(Vtep::anycast)
                : Optional.empty();
        for (IpAddress each : device.loopbacks()) {
            if (byClagd.filter(each::equals).isEmpty()) {
                lo.with("address", Prefix.host(each));
            }
        }
        byClagd.ifPresent(each -> lo.with("clagd-vxlan-anycast-ip", each));
        return lo;
    }

    private static Stanza routed(RoutedPort port) {
        Stanza stanza = Stanza.of(InterfaceNames.of(port.port()))
                .with("alias", port.neighbor())
                .with("mtu", port.mtu());
        port.addresses().forEach(each -> stanza.with("address", each));
        return stanza;
    }

    private Stanza svi(VlanConfig vlan, VlanConfig.Svi svi) {
        Stanza stanza = Stanza.of(InterfaceNames.ofVlan(vlan.vlan()))
                .with("alias", vlan.network())
                .with("vlan-id", vlan.vlan())
                .with("vlan-raw-device", BridgeStanzas.BRIDGE);
        if (!svi.vrf().equals(VrfName.DEFAULT)) {
            stanza.with("vrf", svi.vrf());
        }
        for (InterfaceAddress each : svi.own()) {
            stanza.with("address", each);
        }
        if (svi.own().isEmpty()) {
            svi.anycastGateway().forEach(each -> stanza.with("address", each));
            svi.anycastMac()
                    .filter(_ -> !svi.anycastGateway().isEmpty())
                    .ifPresent(each -> stanza.with("hwaddress", each));
        } else if (svi.anycastMac().isPresent()) {
            svi.anycastGateway()
                    .forEach(each ->
                            stanza.with("address-virtual", svi.anycastMac().get() + " " + each));
        }
        return stanza;
    }
}
