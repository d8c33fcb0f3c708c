package io.heddle.test.fabrics;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.Irb;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A switch, being written down. */
public final class SwitchSketch {

    private final DeviceName name;
    private final List<IpAddress> loopbacks = new ArrayList<>();
    private final List<RoutedPort> routedPorts = new ArrayList<>();
    private final List<BridgePort> bridgePorts = new ArrayList<>();
    private final List<VlanConfig> vlans = new ArrayList<>();
    private final List<VrfConfig> vrfs = new ArrayList<>();
    private final List<StaticRoute> statics = new ArrayList<>();
    private @Nullable Vtep vtep;
    private Irb irb = Irb.NONE;
    private @Nullable DeviceName mlagPeer;
    private boolean multihoming;
    private boolean bundling;
    private @Nullable BgpSketch bgp;

    SwitchSketch(String name) {
        this.name = DeviceName.of(name);
    }

    public DeviceName name() {
        return name;
    }

    public SwitchSketch loopback(String address) {
        loopbacks.add(IpAddress.parse(address));
        return this;
    }

    /** BGP with this AS; the router id is also a loopback. */
    public SwitchSketch bgp(long asn, String routerId) {
        bgp = new BgpSketch(asn, routerId);
        return loopback(routerId);
    }

    public BgpSketch bgp() {
        if (bgp == null) {
            throw new IllegalStateException(name + " has no BGP");
        }
        return bgp;
    }

    public SwitchSketch add(RoutedPort port) {
        routedPorts.add(port);
        return this;
    }

    public SwitchSketch add(BridgePort port) {
        bridgePorts.add(port);
        return this;
    }

    public SwitchSketch add(VlanConfig vlan) {
        vlans.add(vlan);
        return this;
    }

    public SwitchSketch add(VrfConfig vrf) {
        vrfs.add(vrf);
        return this;
    }

    /** A VLAN of the network {@code net<vlan>} without SVI. */
    public SwitchSketch vlan(int vlan, int vni) {
        return add(new VlanConfig(
                new VlanId(vlan), networkOf(vlan), vniOf(vni), RouteTargets.AUTOMATIC, Optional.empty()));
    }

    /** A VLAN with an SVI; {@code vni} 0 is none, {@code anycast} may be empty. */
    public SwitchSketch vlan(int vlan, int vni, VrfName vrf, List<String> own, List<String> anycast) {
        VlanConfig.Svi svi = new VlanConfig.Svi(
                vrf,
                own.stream().map(SwitchSketch::interfaceAddress).toList(),
                anycast.stream().map(SwitchSketch::interfaceAddress).toList(),
                Optional.empty());
        return add(new VlanConfig(
                new VlanId(vlan), networkOf(vlan), vniOf(vni), RouteTargets.AUTOMATIC, Optional.of(svi)));
    }

    public SwitchSketch staticRoute(String prefix, String via, String... address) {
        statics.add(new StaticRoute(
                Prefix.parse(prefix),
                via.isEmpty() ? Optional.empty() : Optional.of(DeviceName.of(via)),
                Arrays.stream(address).findFirst().map(IpAddress::parse)));
        return this;
    }

    public SwitchSketch vtep(Vtep value) {
        vtep = value;
        return this;
    }

    public SwitchSketch irb(Irb value) {
        irb = value;
        return this;
    }

    public SwitchSketch mlagPeer(DeviceName value) {
        mlagPeer = value;
        return this;
    }

    public SwitchSketch multihoming() {
        multihoming = true;
        return this;
    }

    /** {@code address/length}. */
    public static RoutedPort.InterfaceAddress interfaceAddress(String text) {
        int slash = text.indexOf('/');
        return new RoutedPort.InterfaceAddress(
                IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    static NetworkName networkOf(int vlan) {
        return NetworkName.of("net" + vlan);
    }

    private static Optional<Vni> vniOf(int vni) {
        return vni == 0 ? Optional.empty() : Optional.of(new Vni(vni));
    }

    /** Bridge ports to one neighbour become one bond, {@code po-<neighbour>}. */
    public SwitchSketch bundle() {
        bundling = true;
        return this;
    }

    private Collection<BridgePort> bundled() {
        Map<DeviceName, BridgePort> bonds = new LinkedHashMap<>();
        for (BridgePort each : bridgePorts) {
            bonds.merge(each.neighbor(), renamed(each, each), (bond, port) -> renamed(bond, port));
        }
        return bonds.values();
    }

    /** The bond with the port's members too; it carries what the bond carries. */
    private static BridgePort renamed(BridgePort bond, BridgePort port) {
        List<PortName> members = new ArrayList<>(bond.members());
        port.members().stream().filter(each -> !members.contains(each)).forEach(members::add);
        return new BridgePort(
                "po-" + bond.neighbor(),
                members,
                bond.neighbor(),
                bond.tagged(),
                bond.untagged(),
                bond.lacp(),
                bond.mlagId(),
                bond.esi(),
                bond.peerLink(),
                bond.mtu());
    }

    SwitchConfig build() {
        return new SwitchConfig(
                name,
                loopbacks,
                routedPorts,
                bundling ? List.copyOf(bundled()) : bridgePorts,
                vlans,
                vrfs,
                Optional.ofNullable(vtep),
                irb,
                Optional.ofNullable(mlagPeer),
                multihoming,
                statics,
                Optional.ofNullable(bgp).map(BgpSketch::build));
    }
}
