package io.heddle.controller.daemon.config;

import io.heddle.model.fabric.DeviceName;
import io.heddle.tls.TlsFiles;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code openflow}. */
final class OpenFlowReader {

    static final Keys OPENFLOW = Keys.required("listen", "switches").optional("every-seconds", "tls", "plain");
    static final Keys SWITCH =
            Keys.required("switch", "datapath-id").optional("ovsdb", "bridge", "controller", "controllers");

    private static final Pattern DATAPATH = Pattern.compile("[0-9a-fA-F]{16}");
    private static final String UNPROTECTED = "an address off loopback without tls";
    private static final String PROTECTED =
            "'tls' in openflow, an address of loopback, unix:, or 'plain: true' to do without";
    private static final int EVERY = 10;
    private static final int MOST = 3600;

    private OpenFlowReader() {}

    static Optional<OpenFlowConfig> read(YamlNode node, Path directory) {
        YamlMapping given = node.mapping(OPENFLOW);
        Optional<SocketAddress> listen = given.at("listen")
                .parse(
                        "an address and port such as 10.0.0.1:6653, or unix: and a path",
                        text -> SocketText.orFile(text, directory));
        Optional<TlsFiles> tls = given.has("tls")
                ? Optional.of(HttpReader.tls(given.at("tls").mapping(HttpReader.TLS), directory))
                : Optional.empty();
        boolean open = tls.isEmpty() && !given.at("plain").bool(false);
        listen.filter(each -> open && isExposed(each))
                .ifPresent(_ -> given.at("listen").wrong(UNPROTECTED, PROTECTED));
        int every = given.at("every-seconds").integer(1, MOST, EVERY);
        SortedMap<Long, DeviceName> datapaths = new TreeMap<>();
        SortedMap<DeviceName, SwitchDatabase> databases = new TreeMap<>();
        for (YamlNode each : given.at("switches").list()) {
            YamlMapping one = each.mapping(SWITCH);
            Optional<DeviceName> device = one.at("switch").parse("the name of a switch", DeviceName::of);
            Optional<Long> datapath =
                    one.at("datapath-id").parse("16 hexadecimal digits, in quotes", OpenFlowReader::datapath);
            Optional<SwitchDatabase> database = SwitchDatabaseReader.read(one, listen, tls.isPresent(), directory);
            database.filter(found -> open && isExposed(found.address()))
                    .ifPresent(_ -> one.at("ovsdb").wrong(UNPROTECTED, PROTECTED));
            if (device.isEmpty() || datapath.isEmpty()) {
                continue;
            }
            if (datapaths.containsValue(device.get())) {
                one.at("switch").wrong("a second datapath of " + device.get(), "one a switch");
            }
            database.ifPresent(found -> databases.put(device.get(), found));
            DeviceName other = datapaths.putIfAbsent(datapath.get(), device.get());
            if (other != null) {
                one.at("datapath-id").wrong("the datapath of " + other, "one of its own for " + device.get());
            }
        }
        return listen.map(each -> new OpenFlowConfig(each, datapaths, databases, tls, Duration.ofSeconds(every)));
    }

    /** Whether others than this machine can listen or speak there. */
    private static boolean isExposed(SocketAddress address) {
        return address instanceof InetSocketAddress tcp && !tcp.getAddress().isLoopbackAddress();
    }

    private static long datapath(String text) {
        if (!DATAPATH.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' has not 16 hexadecimal digits");
        }
        return Long.parseUnsignedLong(text, 16);
    }
}
