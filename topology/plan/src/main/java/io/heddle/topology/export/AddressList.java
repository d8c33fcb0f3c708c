package io.heddle.topology.export;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.ExternalRouter;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One row for each address and each block that a device holds; unnumbered links have none. */
final class AddressList {

    private static final List<String> HEADER =
            List.of("device", "asn", "purpose", "interface", "address", "network", "vlan", "vrf", "neighbor");

    private record Holder(DeviceName name, Optional<BgpConfig> bgp) {}

    /** Where an address is valid; empty where that says nothing. */
    private record Place(String network, String vlan, String vrf, String neighbor) {
        static final Place NONE = new Place("", "", "", "");
    }

    private final List<List<String>> rows = new ArrayList<>();

    private AddressList() {}

    static CsvTable of(Plan plan) {
        return of(plan.config());
    }

    static CsvTable of(NetworkConfig config) {
        AddressList list = new AddressList();
        config.switches().forEach(list::addSwitch);
        config.nodes().forEach(list::addNode);
        for (ExternalRouter each : config.externalRouters()) {
            Holder holder = new Holder(each.name(), Optional.of(each.bgp()));
            list.add(holder, "router-id", "", each.bgp().routerId().toString(), Place.NONE);
        }
        return new CsvTable("addresses", HEADER, list.rows);
    }

    private void addSwitch(SwitchConfig config) {
        Holder holder = new Holder(config.name(), config.bgp());
        Optional<IpAddress> anycast = config.vtep().flatMap(Vtep::anycast);
        Set<IpAddress> loopbacks = new LinkedHashSet<>(config.loopbacks());
        config.vtep().map(Vtep::primary).ifPresent(loopbacks::add);
        anycast.ifPresent(loopbacks::add);
        for (IpAddress each : loopbacks) {
            String purpose = anycast.filter(each::equals).isPresent() ? "anycast-vtep" : "loopback";
            add(holder, purpose, "lo", Prefix.host(each).toString(), Place.NONE);
        }
        addLinks(holder, config.routedPorts());
        for (VlanConfig vlan : config.vlans()) {
            vlan.svi().ifPresent(svi -> addSvi(holder, vlan, svi));
        }
    }

    private void addSvi(Holder holder, VlanConfig vlan, VlanConfig.Svi svi) {
        Place place = new Place(
                vlan.network().toString(), vlan.vlan().toString(), svi.vrf().toString(), "");
        for (InterfaceAddress each : svi.own()) {
            add(holder, "svi", "vlan" + vlan.vlan(), each.toString(), place);
        }
        for (InterfaceAddress each : svi.anycastGateway()) {
            add(holder, "anycast-gateway", "vlan" + vlan.vlan(), each.toString(), place);
        }
    }

    private void addNode(NodeProgram program) {
        Holder holder = new Holder(program.name(), program.bgp());
        for (IpAddress each : program.loopbacks()) {
            add(holder, "loopback", "lo", Prefix.host(each).toString(), Place.NONE);
        }
        addLinks(holder, program.routedPorts());
        for (NodeProgram.NetworkInterface each : program.interfaces()) {
            Place place = new Place(each.network().toString(), "", "", "");
            each.addresses().forEach(address -> add(holder, "node", "", address.toString(), place));
        }
        for (Prefix each : program.blocks()) {
            add(holder, "pod-block", "", each.toString(), Place.NONE);
        }
    }

    private void addLinks(Holder holder, List<RoutedPort> ports) {
        for (RoutedPort port : ports) {
            Place place = new Place("", "", "", port.neighbor().toString());
            port.addresses().forEach(each -> add(holder, "link", port.port().toString(), each.toString(), place));
        }
    }

    private void add(Holder holder, String purpose, String port, String address, Place place) {
        rows.add(List.of(
                holder.name().toString(),
                holder.bgp().map(each -> each.asn().toString()).orElse(""),
                purpose,
                port,
                address,
                place.network(),
                place.vlan(),
                place.vrf(),
                place.neighbor()));
    }
}
