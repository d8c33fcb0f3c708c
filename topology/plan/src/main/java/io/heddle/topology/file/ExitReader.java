package io.heddle.topology.file;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Port;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Prefix;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** The {@code exits} section of a fabric written out in full. */
final class ExitReader {

    static final Keys EXIT = Keys.required("router", "asn", "ports").optional("prefixes");

    private final FabricScope scope;

    ExitReader(FabricScope scope) {
        this.scope = scope;
    }

    List<ExternalExit> read(YamlNode section) {
        return section.list(this::exit);
    }

    private Optional<ExternalExit> exit(YamlNode node) {
        YamlMapping given = node.mapping(EXIT);
        Optional<DeviceName> router = Words.device(given.at("router"));
        boolean fresh = router.isPresent() && scope.devices.declare(given.at("router"), router.get());
        Optional<Asn> asn = Words.asn(given.at("asn"));
        List<Port> ports = new PortReader(scope, fresh ? List.of(router.get()) : List.of()).ports(given.at("ports"));
        List<Prefix> prefixes = Words.prefixes(given.at("prefixes"));
        return fresh && asn.isPresent()
                ? Optional.of(new ExternalExit(router.get(), asn.get(), ports, prefixes))
                : Optional.empty();
    }
}
