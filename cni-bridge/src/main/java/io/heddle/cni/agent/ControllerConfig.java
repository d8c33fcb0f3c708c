package io.heddle.cni.agent;

import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.model.fabric.DeviceName;
import io.heddle.tls.TlsFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The controllers, and what this node is called there.
 *
 * @param urls with scheme and host, without a slash at the end; the first that answers is asked
 * @param tls this node's certificate, for {@code https}
 */
public record ControllerConfig(List<URI> urls, DeviceName node, Optional<TlsFiles> tls) {

    private static final String FORM = "http://HOST:PORT or https://HOST:PORT, without a slash at the end";

    public ControllerConfig {
        urls = List.copyOf(urls);
    }

    static ControllerConfig read(Fields fields) throws BadField {
        fields.only("url", "urls", "node", "tls");
        Optional<URI> one = fields.parsed("url", ControllerConfig::url);
        List<URI> several = fields.list("urls", ControllerConfig::url);
        if (one.isPresent() != several.isEmpty()) {
            throw new BadField(fields.at("url"), one.isPresent() ? "it beside urls" : "nothing", FORM);
        }
        Optional<Fields> tls = fields.object("tls");
        return new ControllerConfig(
                one.map(List::of).orElse(several),
                fields.parsed("node", DeviceName::new)
                        .orElseThrow(() -> new BadField(fields.at("node"), "nothing", "this node's name")),
                tls.isEmpty() ? Optional.empty() : Optional.of(files(tls.get())));
    }

    private static TlsFiles files(Fields fields) throws BadField {
        fields.only("certificate", "key", "authorities");
        return new TlsFiles(
                Path.of(fields.neededText("certificate")),
                Path.of(fields.neededText("key")),
                Path.of(fields.neededText("authorities")),
                Optional.empty());
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme()) || text.endsWith("/")) {
            throw new IllegalArgumentException(FORM);
        }
        return url;
    }
}
