package io.heddle.topology.file;

import io.heddle.model.fabric.BondName;
import io.heddle.model.fabric.CardName;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.RackName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.Prefix;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Values that occur in several sections. */
final class Words {

    static final Keys LACP = Keys.of("rate", "fallback");

    private Words() {}

    static Optional<DeviceName> device(YamlNode node) {
        return node.parse("a device name", DeviceName::of);
    }

    static Optional<RackName> rack(YamlNode node) {
        return node.parse("a rack name", RackName::of);
    }

    static Optional<VrfName> vrf(YamlNode node) {
        return node.parse("a VRF name", VrfName::of);
    }

    static Optional<NetworkName> network(YamlNode node) {
        return node.parse("a network name", NetworkName::of);
    }

    static Optional<CardName> card(YamlNode node) {
        return node.parse("a card name", CardName::of);
    }

    static Optional<BondName> bond(YamlNode node) {
        return node.parse("a bond name", BondName::of);
    }

    static Optional<PortName> port(YamlNode node) {
        return node.parse("a port name", PortName::of);
    }

    /** Names of which each may be a range. */
    static <T> List<T> names(YamlNode node, String what, Function<String, T> parser) {
        return node.parse(
                        what,
                        text -> NameRange.expand(text).stream().map(parser).toList())
                .orElse(List.of());
    }

    static Optional<Bandwidth> speed(YamlNode node) {
        Optional<Bandwidth> speed = node.parse("a speed such as 25G", Bandwidth::parse);
        if (speed.isPresent() && speed.get().equals(Bandwidth.NONE)) {
            node.wrong(node.describe(), "a speed above zero, such as 25G");
            return Optional.empty();
        }
        return speed;
    }

    static Optional<Asn> asn(YamlNode node) {
        return node.parse("an AS number", Asn::parse);
    }

    static List<Prefix> prefixes(YamlNode node) {
        return node.list(each -> each.parse("a prefix such as 10.0.0.0/24", Prefix::parse));
    }

    /** {@code device/os/profile}, known to the catalogue. */
    static Optional<ProfileRef> profile(YamlNode node, FabricScope scope) {
        Optional<ProfileRef> profile = node.parse("device/os/profile", Words::parseProfile);
        return profile.filter(each -> scope.profiles.check(node, each));
    }

    private static ProfileRef parseProfile(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException(
                    "'" + text + "' names no profile; expected device/os/profile, such as dell-s5248f/os10/default");
        }
        return new ProfileRef(parts[0], parts[1], parts[2]);
    }

    static Lacp lacp(YamlNode node) {
        YamlMapping lacp = node.mapping(LACP);
        boolean fast = lacp.at("rate").oneOf(LacpRate.values()).orElse(LacpRate.FAST) == LacpRate.FAST;
        return new Lacp(fast, lacp.at("fallback").bool(false));
    }

    private enum LacpRate {
        FAST,
        SLOW;

        @Override
        public String toString() {
            return this == FAST ? "fast" : "slow";
        }
    }
}
