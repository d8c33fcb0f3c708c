package io.heddle.topology.file;

import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Vrf;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Place;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The {@code networks} and {@code vrfs} sections. */
final class NetworkReader {

    static final Keys NETWORK =
            Keys.required("name", "vlan").optional("subnets", "vni", "vrf", "provisioning", "out-of-band");
    static final Keys VRF = Keys.required("name").optional("l3vni");

    private static final int LARGEST_VNI = 0xFFFFFF;

    private final FabricScope scope;
    private final Declared<VlanId> vlans = new Declared<>("VLAN");
    private final Declared<Vni> vnis = new Declared<>("VNI");
    private final List<Subnet> subnets = new ArrayList<>();

    private record Subnet(Prefix prefix, VrfName vrf, Place place) {}

    NetworkReader(FabricScope scope) {
        this.scope = scope;
        scope.vrfs.allow(VrfName.DEFAULT, Place.startOf(""));
    }

    List<Vrf> vrfs(YamlNode section) {
        return section.list(this::vrf);
    }

    private Optional<Vrf> vrf(YamlNode node) {
        YamlMapping vrf = node.mapping(VRF);
        Optional<VrfName> name = Words.vrf(vrf.at("name"));
        name.ifPresent(each -> scope.vrfs.declare(vrf.at("name"), each));
        Optional<Vni> l3vni = vni(vrf.at("l3vni"));
        return name.map(each -> new Vrf(each, l3vni));
    }

    /** Reads networks; VRFs must have been read. */
    List<Network> networks(YamlNode section) {
        return section.list(this::network);
    }

    private Optional<Network> network(YamlNode node) {
        YamlMapping network = node.mapping(NETWORK);
        Optional<NetworkName> name = Words.network(network.at("name"));
        name.ifPresent(each -> scope.networks.declare(network.at("name"), each));
        OptionalInt vlan = network.at("vlan").integer(1, 4094);
        vlan.ifPresent(each -> vlans.declare(network.at("vlan"), new VlanId(each)));
        Optional<Vni> vni = vni(network.at("vni"));
        VrfName vrf = Words.vrf(network.at("vrf"))
                .filter(each -> scope.vrfs.check(network.at("vrf"), each))
                .orElse(VrfName.DEFAULT);
        List<Prefix> prefixes = network.at("subnets").list(each -> subnet(each, vrf));
        boolean provisioning = network.at("provisioning").bool(false);
        boolean outOfBand = network.at("out-of-band").bool(false);
        if (name.isEmpty() || vlan.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Network(name.get(), new VlanId(vlan.getAsInt()), prefixes, vni, vrf, provisioning, outOfBand));
    }

    private Optional<Vni> vni(YamlNode node) {
        OptionalInt value = node.integer(1, LARGEST_VNI);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Vni vni = new Vni(value.getAsInt());
        vnis.declare(node, vni);
        return Optional.of(vni);
    }

    /** Several networks may share one subnet; two subnets of one VRF that overlap in part would make two routes for one address. */
    private Optional<Prefix> subnet(YamlNode node, VrfName vrf) {
        Optional<Prefix> prefix = node.parse("a subnet such as 10.0.0.0/24", Prefix::parse);
        if (prefix.isPresent() && subnets.size() < Sizes.RANGE) {
            Prefix given = prefix.get();
            for (Subnet each : subnets) {
                if (each.vrf.equals(vrf) && each.prefix.overlaps(given) && !each.prefix.equals(given)) {
                    node.wrong(
                            "subnet " + given + ", which overlaps " + each.prefix,
                            "subnets of VRF " + vrf + " that are equal or apart",
                            "the other is in line " + each.place.line());
                    break;
                }
            }
            subnets.add(new Subnet(given, vrf, node.place()));
        }
        return prefix;
    }
}
