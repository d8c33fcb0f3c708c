package io.heddle.render.frr;

import io.heddle.model.config.BridgePort;
import io.heddle.model.net.Esi;
import io.heddle.model.net.Mac;
import io.heddle.render.Gap;
import java.util.ArrayList;
import java.util.List;

/** EVPN multihoming: the Ethernet segment of each bond (RFC 7432 section 5). */
final class EthernetSegments {

    private EthernetSegments() {}

    static List<String> lines(Router router, List<Gap> gaps) {
        List<String> lines = new ArrayList<>();
        for (BridgePort port : router.bridgePorts()) {
            port.esi().ifPresent(esi -> {
                lines.add("interface " + router.naming().bridgePort(port.name()));
                lines.addAll(identifier(esi, port, gaps));
                lines.add("exit");
            });
        }
        return lines;
    }

    /** FRR makes type 3 from MAC and number, and takes type 0 whole. */
    private static List<String> identifier(Esi esi, BridgePort port, List<Gap> gaps) {
        int type = esi.high() >>> 8;
        int discriminator = (int) (esi.low() & 0xFF_FFFF);
        if (type == 3 && discriminator > 0) {
            Mac system = new Mac((long) (esi.high() & 0xFF) << 40 | esi.low() >>> 24);
            return List.of(" evpn mh es-id " + discriminator, " evpn mh es-sys-mac " + system);
        }
        if (type != 0) {
            gaps.add(new Gap(
                    "Ethernet segment " + esi + " on " + port.name(),
                    "FRR takes identifiers of type 0, or type 3 with a number from 1"));
        }
        return List.of(" evpn mh es-id " + esi);
    }
}
