package io.heddle.topology.check;

import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Networks that serve DHCP and PXE: apart from the data centre's, and usable before a node has an operating system. */
final class ProvisioningChecks {

    private final Fabric fabric;
    private final Findings findings;

    private ProvisioningChecks(Fabric fabric, Findings findings) {
        this.fabric = fabric;
        this.findings = findings;
    }

    static void check(Fabric fabric, Findings findings) {
        ProvisioningChecks checks = new ProvisioningChecks(fabric, findings);
        List<Network> provisioning =
                fabric.networks().stream().filter(Network::provisioning).toList();
        for (Network each : provisioning) {
            checks.checkSubnets(each);
            checks.checkExits(each);
        }
        Set<NetworkName> names = provisioning.stream().map(Network::name).collect(Collectors.toSet());
        fabric.nodes().forEach(each -> checks.checkBoot(each, names));
    }

    private void checkSubnets(Network network) {
        for (ExternalExit exit : fabric.exits()) {
            for (Prefix outside : exit.prefixes()) {
                if (outside.length() > 0 && network.subnets().stream().anyMatch(outside::overlaps)) {
                    findings.error(
                            Rule.PROVISIONING_ISOLATED,
                            "network " + network.name(),
                            "a subnet that overlaps " + outside + ", announced by " + exit.router(),
                            "addresses that the data centre does not use");
                }
            }
        }
        for (Network other : fabric.networks()) {
            boolean overlap = other.subnets().stream()
                    .anyMatch(each -> network.subnets().stream().anyMatch(each::overlaps));
            if (!other.provisioning() && overlap) {
                findings.warning(
                        Rule.PROVISIONING_ISOLATED,
                        "network " + network.name(),
                        "a subnet that overlaps that of network " + other.name(),
                        "a subnet of its own, so that DHCP hands out addresses of one network");
            }
        }
    }

    private void checkExits(Network network) {
        for (ExternalExit exit : fabric.exits()) {
            for (Port port : exit.ports()) {
                Optional<DeviceName> at = fabric.farEnd(new PortRef(exit.router(), port.name()))
                        .flatMap(far -> fabric.findSwitch(far.device()))
                        .filter(far -> network.outOfBand() && far.role() == SwitchRole.OUT_OF_BAND)
                        .map(Switch::name);
                at.ifPresent(device -> findings.error(
                        Rule.PROVISIONING_ISOLATED,
                        "network " + network.name(),
                        "external router " + exit.router() + " on out-of-band switch " + device + ", which carries it",
                        "no exit on switches that carry provisioning, or another switch for it"));
            }
        }
        if (!network.outOfBand()
                && network.vrf().equals(VrfName.DEFAULT)
                && !fabric.exits().isEmpty()) {
            findings.info(
                    Rule.PROVISIONING_ISOLATED,
                    "network " + network.name(),
                    "the default VRF, in which the exits' routes are too",
                    "no DHCP relay from there (its broadcasts end at the routed exits), or a VRF of its own");
        }
    }

    private void checkBoot(Node node, Set<NetworkName> provisioning) {
        boolean untagged = node.bonds().stream().anyMatch(each -> each.nativeNetwork()
                        .filter(provisioning::contains)
                        .isPresent())
                || node.portNetworks().stream()
                        .anyMatch(each -> each.networks().stream().anyMatch(provisioning::contains));
        for (Bond bond : node.bonds()) {
            Optional<NetworkName> boot = bond.nativeNetwork().filter(provisioning::contains);
            if (boot.isPresent() && !bond.lacp().fallback()) {
                findings.warning(
                        Rule.PXE_FALLBACK,
                        BondChecks.subject(node, bond),
                        "network boot over " + boot.get() + " on a bond without LACP fallback",
                        "LACP fallback on the leafs' ports of the bond");
            }
            Optional<NetworkName> tagged =
                    bond.networks().stream().filter(provisioning::contains).findFirst();
            if (tagged.isPresent() && !untagged) {
                findings.warning(
                        Rule.PXE_UNTAGGED,
                        BondChecks.subject(node, bond),
                        "provisioning network " + tagged.get() + " tagged, and untagged on no port",
                        "it as native network of the bond, or boot over another port");
            }
        }
    }
}
