package io.heddle.controller.daemon.config;

import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads {@code store}: either {@code directory}, or {@code etcd}. */
final class StoreReader {

    static final Keys STORE = Keys.of("directory", "etcd");
    static final Keys ETCD = Keys.required("endpoints").optional("prefix", "lease-seconds");

    private static final String PREFIX = "/heddle/";
    private static final int LEASE = 3;

    private StoreReader() {}

    static Optional<StoreConfig> read(YamlNode node, Path directory) {
        YamlMapping given = node.mapping(STORE);
        if (given.has("directory") == given.has("etcd")) {
            node.wrong(node.describe(), "either 'directory' or 'etcd'");
            return Optional.empty();
        }
        return given.has("directory")
                ? given.at("directory")
                        .text("a directory")
                        .map(each -> new StoreConfig.Embedded(directory.resolve(each)))
                : Optional.of(etcd(given.at("etcd").mapping(ETCD)));
    }

    private static StoreConfig etcd(YamlMapping given) {
        List<URI> endpoints =
                given.at("endpoints").list(each -> each.parse("a URL such as http://127.0.0.1:2379", StoreReader::url));
        String prefix = given.at("prefix").text("a key such as " + PREFIX).orElse(PREFIX);
        return new StoreConfig.Etcd(
                endpoints,
                prefix.endsWith("/") ? prefix : prefix + "/",
                given.at("lease-seconds").integer(2, 3600, LEASE));
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("'" + text + "' is no URL with http or https and a host");
        }
        return url;
    }
}
