package io.heddle.controller.daemon.config;

import io.heddle.bgp.bfd.BfdTimers;
import io.heddle.controller.core.speak.Table;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code bgp}. */
final class BgpReader {

    static final Keys BGP = Keys.required("asn", "router-id", "switches").optional("listen", "restart-seconds");
    static final Keys SWITCH = Keys.required("switch", "address", "asn")
            .optional(
                    "port",
                    "from",
                    "hops",
                    "passive",
                    "evpn",
                    "hold-time",
                    "md5-key-file",
                    "bfd-ms",
                    "bfd-multiplier",
                    "reflected");

    private static final int BGP_PORT = 179;
    private static final int HOLD_TIME = 9;
    private static final int LONGEST_RESTART = 4095;

    private BgpReader() {}

    static Optional<BgpConfig> read(YamlNode node, Path directory) {
        YamlMapping given = node.mapping(BGP);
        Optional<Asn> asn = given.at("asn").parse("an AS number", Asn::parse);
        Optional<IpAddress> routerId = given.at("router-id").parse("an IPv4 address", BgpReader::ipv4);
        List<BgpConfig.Peer> switches = given.at("switches").list(each -> peer(each, directory));
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < switches.size(); i++) {
            BgpConfig.Peer each = switches.get(i);
            if (!seen.add(each.device()) || !seen.add(each.address())) {
                given.at("switches")
                        .wrong(each.device() + " at " + each.address() + " again", "a switch and an address once");
            }
        }
        var listen = given.at("listen").parse("an address and port such as 10.0.0.1:179", SocketText::parse);
        if (listen.isEmpty() && switches.stream().anyMatch(BgpConfig.Peer::passive)) {
            given.at("switches").wrong("a switch that is waited for", "'listen', or it finds nobody");
        }
        int restart = given.at("restart-seconds").integer(0, LONGEST_RESTART, Table.RESTART_SECONDS);
        return asn.isEmpty() || routerId.isEmpty()
                ? Optional.empty()
                : Optional.of(new BgpConfig(asn.get(), routerId.get(), listen, restart, switches));
    }

    private static Optional<BgpConfig.Peer> peer(YamlNode node, Path directory) {
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
        Optional<Md5Key> md5 = given.at("md5-key-file")
                .parse("a file whose first line is the key", text -> Md5Key.read(directory.resolve(text)));
        Optional<BfdTimers> bfd = bfd(given, from.isPresent());
        boolean reflected = given.at("reflected").bool(false);
        if (reflected && !evpn) {
            given.at("reflected").wrong("a client without EVPN", "evpn: true, since only EVPN is reflected");
        }
        return device.isEmpty() || address.isEmpty() || asn.isEmpty()
                ? Optional.empty()
                : Optional.of(new BgpConfig.Peer(
                        device.get(),
                        address.get(),
                        port,
                        from,
                        asn.get(),
                        hops,
                        passive,
                        evpn,
                        holdTime,
                        md5,
                        bfd,
                        reflected));
    }

    private static Optional<BfdTimers> bfd(YamlMapping given, boolean from) {
        if (!given.has("bfd-ms")) {
            if (given.has("bfd-multiplier")) {
                given.at("bfd-multiplier").wrong("a multiplier alone", "bfd-ms beside it");
            }
            return Optional.empty();
        }
        if (!from) {
            given.at("bfd-ms")
                    .wrong("BFD without 'from'", "the address of this machine that the switch is watched from");
        }
        return Optional.of(BfdTimers.of(
                given.at("bfd-ms").integer(10, 60_000, 300),
                given.at("bfd-multiplier").integer(1, 255, 3)));
    }

    private static IpAddress ipv4(String text) {
        IpAddress address = IpAddress.parse(text);
        if (!address.isV4()) {
            throw new IllegalArgumentException(text + " is not an IPv4 address");
        }
        return address;
    }
}
