package io.heddle.topology.check;

import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.fabric.Vrf;
import io.heddle.model.fabric.VrfName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Networks: that they exist where they are used, on switches that carry them, each with a VLAN of its own. */
final class NetworkChecks {

    private final Fabric fabric;
    private final Findings findings;
    private final Map<NetworkName, Network> networks = new HashMap<>();
    private final Map<NetworkName, Set<DeviceName>> switches = new HashMap<>();

    private NetworkChecks(Fabric fabric, Findings findings) {
        this.fabric = fabric;
        this.findings = findings;
    }

    static void check(Fabric fabric, Findings findings) {
        NetworkChecks checks = new NetworkChecks(fabric, findings);
        checks.checkDefinitions();
        fabric.nodes().forEach(checks::checkUse);
        checks.checkVlans();
        Connectedness.check(fabric, findings);
    }

    private void checkDefinitions() {
        Set<VrfName> vrfs = fabric.vrfs().stream().map(Vrf::name).collect(Collectors.toSet());
        for (Network each : fabric.networks()) {
            if (networks.put(each.name(), each) != null) {
                findings.error(Rule.NETWORK_EXISTS, "network " + each.name(), "two networks of this name", "one");
            }
            if (!each.vrf().equals(VrfName.DEFAULT) && !vrfs.contains(each.vrf())) {
                findings.error(
                        Rule.NETWORK_EXISTS,
                        "network " + each.name(),
                        "VRF " + each.vrf() + ", which is not described",
                        "the default VRF or one of " + vrfs.stream().sorted().toList());
            }
        }
    }

    private void checkUse(Node node) {
        List<PortName> bonded =
                node.bonds().stream().map(Bond::members).flatMap(List::stream).toList();
        for (Bond bond : node.bonds()) {
            Stream.concat(bond.networks().stream(), bond.nativeNetwork().stream())
                    .distinct()
                    .forEach(each -> checkUse(node, BondChecks.subject(node, bond), bond.members(), each));
        }
        for (Node.PortNetworks single : node.portNetworks()) {
            PortRef ref = new PortRef(node.name(), single.port());
            if (bonded.contains(single.port())) {
                findings.error(
                        Rule.BOND_MEMBER, ref, "networks of its own on a port in a bond", "the networks on the bond");
            }
            single.networks().forEach(each -> checkUse(node, ref.toString(), List.of(single.port()), each));
        }
    }

    private void checkUse(Node node, String subject, List<PortName> ports, NetworkName name) {
        Network network = networks.get(name);
        if (network == null) {
            findings.error(
                    Rule.NETWORK_EXISTS,
                    subject,
                    "network " + name + ", which is not described",
                    "one of " + networks.keySet().stream().sorted().toList());
            return;
        }
        for (PortName port : ports) {
            Optional<Switch> far =
                    fabric.farEnd(new PortRef(node.name(), port)).flatMap(each -> fabric.findSwitch(each.device()));
            if (far.isPresent()) {
                boolean onOutOfBand = far.get().role() == SwitchRole.OUT_OF_BAND;
                if (onOutOfBand == network.outOfBand()) {
                    switches.computeIfAbsent(name, each -> new TreeSet<>())
                            .add(far.get().name());
                } else {
                    findings.error(
                            Rule.NETWORK_CONNECTED,
                            subject,
                            "network " + name + " on a cable to " + far.get().role() + " switch "
                                    + far.get().name(),
                            network.outOfBand()
                                    ? "an out-of-band switch, since the network is out of band"
                                    : "an in-band switch");
                }
            }
        }
    }

    private void checkVlans() {
        List<Network> before = new ArrayList<>();
        for (Network each : fabric.networks()) {
            for (Network other : before) {
                if (other.vlan().equals(each.vlan())) {
                    Set<DeviceName> shared = new TreeSet<>(switches.getOrDefault(each.name(), Set.of()));
                    shared.retainAll(switches.getOrDefault(other.name(), Set.of()));
                    if (!shared.isEmpty()) {
                        findings.error(
                                Rule.VLAN_SHARED,
                                "network " + each.name(),
                                "VLAN " + each.vlan() + ", which is that of " + other.name() + " too, on "
                                        + shared.iterator().next(),
                                "a VLAN of its own");
                    }
                }
            }
            before.add(each);
        }
    }
}
