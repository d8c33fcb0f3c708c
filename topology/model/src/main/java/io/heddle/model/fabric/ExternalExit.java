package io.heddle.model.fabric;

import io.heddle.model.net.Asn;
import io.heddle.model.net.Prefix;
import java.util.List;

/**
 * A way out of the fabric: an external router cabled to a border leaf.
 *
 * @param router the external router's name; the end of the cables
 * @param prefixes what it announces: a default route, service prefixes
 */
public record ExternalExit(DeviceName router, Asn asn, List<Port> ports, List<Prefix> prefixes) {

    public ExternalExit {
        ports = List.copyOf(ports);
        prefixes = List.copyOf(prefixes);
    }
}
