package io.heddle.controller.daemon.config;

import io.heddle.controller.onos.ovsdb.BridgePlace;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code ovsdb}, {@code bridge} and {@code controllers} of a switch in {@code openflow.switches}. */
final class SwitchDatabaseReader {

    private static final String DATABASE = "ovsdb";
    private static final List<String> MORE = List.of("bridge", "controller", "controllers");
    private static final String BRIDGE = "br0";
    private static final Pattern TARGET = Pattern.compile("(tcp|ssl|unix):\\S+");

    private SwitchDatabaseReader() {}

    /** Empty where the switch has none, or a problem was recorded. */
    static Optional<SwitchDatabase> read(
            YamlMapping given, Optional<SocketAddress> listen, boolean tls, Path directory) {
        if (!given.has(DATABASE)) {
            MORE.stream().filter(given::has).forEach(each -> given.at(each)
                    .wrong("a setting of a bridge", "'ovsdb' beside it"));
            return Optional.empty();
        }
        Optional<SocketAddress> address = given.at(DATABASE)
                .parse(
                        "an address and port such as 10.0.0.11:6640, or unix: and a path",
                        text -> SocketText.orFile(text, directory));
        Optional<String> bridge = given.has("bridge")
                ? given.at("bridge").parse("a name of at most 15 characters", SwitchDatabaseReader::bridge)
                : Optional.of(BRIDGE);
        List<String> controllers;
        if (given.has("controllers")) {
            controllers = given.at("controllers").list(SwitchDatabaseReader::target);
        } else if (given.has("controller")) {
            controllers = target(given.at("controller")).stream().toList();
        } else {
            controllers = listen.flatMap(each -> targetOf(each, tls)).stream().toList();
            if (controllers.isEmpty() && listen.isPresent()) {
                given.at(DATABASE)
                        .wrong(
                                "a bridge that has to find a controller which listens at " + listen.get(),
                                "'controller' beside it, such as tcp:10.0.0.1:6653");
            }
        }
        return address.isEmpty() || bridge.isEmpty() || controllers.isEmpty()
                ? Optional.empty()
                : Optional.of(new SwitchDatabase(address.get(), bridge.get(), controllers));
    }

    private static String bridge(String text) {
        return new BridgePlace(text, 0, List.of()).bridge();
    }

    private static Optional<String> target(YamlNode node) {
        return node.parse("tcp:, ssl: or unix: and an address", SwitchDatabaseReader::target);
    }

    private static String target(String text) {
        if (!TARGET.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no target of a bridge");
        }
        return text;
    }

    /** How a switch calls the place where we listen; empty for all addresses at once, or a port that is not chosen yet. */
    private static Optional<String> targetOf(SocketAddress listen, boolean tls) {
        if (listen instanceof UnixDomainSocketAddress file) {
            return Optional.of("unix:" + file.getPath());
        }
        if (!(listen instanceof InetSocketAddress tcp)
                || tcp.getPort() == 0
                || tcp.getAddress().isAnyLocalAddress()) {
            return Optional.empty();
        }
        String address = tcp.getAddress().getHostAddress();
        return Optional.of((tls ? "ssl:" : "tcp:") + (address.contains(":") ? "[" + address + "]" : address) + ":"
                + tcp.getPort());
    }
}
