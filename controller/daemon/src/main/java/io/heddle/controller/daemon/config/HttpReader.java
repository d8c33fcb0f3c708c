package io.heddle.controller.daemon.config;

import io.heddle.tls.TlsFiles;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@code http}. */
final class HttpReader {

    static final Keys HTTP = Keys.required("listen").optional("tls", "hosts");
    static final Keys TLS = Keys.required("certificate", "key", "authorities").optional("revoked");

    private HttpReader() {}

    static Optional<HttpConfig> read(YamlNode node, Path directory) {
        YamlMapping given = node.mapping(HTTP);
        Optional<InetSocketAddress> listen =
                given.at("listen").parse("an address and port such as 127.0.0.1:9330", SocketText::parse);
        Optional<TlsFiles> tls =
                given.has("tls") ? Optional.of(tls(given.at("tls").mapping(TLS), directory)) : Optional.empty();
        if (listen.isPresent() && tls.isEmpty() && !listen.get().getAddress().isLoopbackAddress()) {
            given.at("listen")
                    .wrong("'" + listen.get().getHostString() + "' without tls", "tls, or an address of loopback");
        }
        return listen.map(each -> new HttpConfig(each, tls, given.at("hosts").list(host -> host.text("a host name"))));
    }

    /** Also of other sections. */
    static TlsFiles tls(YamlMapping given, Path directory) {
        return new TlsFiles(
                file(given.at("certificate"), directory),
                file(given.at("key"), directory),
                file(given.at("authorities"), directory),
                given.at("revoked").text("a file").map(directory::resolve));
    }

    private static Path file(YamlNode node, Path directory) {
        return directory.resolve(node.text("a file").orElse(""));
    }
}
