package io.heddle.controller.daemon.config;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads {@code bgp}. */
final class BgpReader {

    static final Keys BGP = Keys.required("asn", "router-id", "switches").optional("listen");
    static final Keys SWITCH =
            Keys.required("switch", "address", "asn").optional("port", "from", "hops", "passive", "evpn", "hold-time");

    private static final int BGP_PORT = 179;
    private static final int HOLD_TIME = 9;

    private BgpReader() {}

    static Optional<BgpConfig> read(YamlNode node) {
        YamlMapping given = node.mapping(BGP);
        Optional<Asn> asn = given.at("asn").parse("an AS number", Asn::parse);
        Optional<IpAddress> routerId = given.at("router-id").parse("an IPv4 address", BgpReader::ipv4);
        List<BgpConfig.Peer> switches = given.at("switches").list(BgpReader::peer);
        var listen = given.at("listen").parse("an address and port such as 10.0.0.1:179", SocketText::parse);
        return asn.isEmpty() || routerId.isEmpty()
                ? Optional.empty()
                : Optional.of(new BgpConfig(asn.get(), routerId.get(), listen, switches));
    }

    private static Optional<BgpConfig.Peer> peer(YamlNode node) {
        YamlMapping given = node.mapping(SWITCH);
        Optional<DeviceName> device = given.at("switch").parse("the name of a switch", DeviceName::of);
        Optional<IpAddress> address = given.at("address").parse("an address", IpAddress::parse);
        Optional<Asn> asn = given.at("asn").parse("an AS number", Asn::parse);
        Optional<IpAddress> from = given.at("from").parse("an address of this machine", IpAddress::parse);
        int port = given.at("port").integer(1, 65_535, BGP_PORT);
        int hops = given.at("hops").integer(1, 255, 1);
        boolean passive = given.at("passive").bool(false);
        boolean evpn = given.at("evpn").bool(true);
        int holdTime = given.at("hold-time").integer(3, 65_535, HOLD_TIME);
        return device.isEmpty() || address.isEmpty() || asn.isEmpty()
                ? Optional.empty()
                : Optional.of(new BgpConfig.Peer(
                        device.get(), address.get(), port, from, asn.get(), hops, passive, evpn, holdTime));
    }

    private static IpAddress ipv4(String text) {
        IpAddress address = IpAddress.parse(text);
        if (!address.isV4()) {
            throw new IllegalArgumentException(text + " is not an IPv4 address");
        }
        return address;
    }
}
