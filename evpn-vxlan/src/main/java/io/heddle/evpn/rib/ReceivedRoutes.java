package io.heddle.evpn.rib;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.wire.Decoded;
import io.heddle.evpn.calc.Input;
import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.route.EvpnKey;
import io.heddle.evpn.route.EvpnNlri;
import io.heddle.evpn.route.EvpnRoute;
import java.util.List;
import java.util.Optional;

/** What the RIB tells its listener, as inputs of the engine. */
public final class ReceivedRoutes {

    private ReceivedRoutes() {}

    /** The best path of each destination that changed, or that there is none any more. */
    public static List<Input> inputs(List<LocRib.Change> changes) {
        return changes.stream().map(ReceivedRoutes::input).toList();
    }

    private static Input input(LocRib.Change change) {
        Octets key = change.destination().key();
        Optional<LocRib.Path> best = change.route().map(LocRib.Route::best);
        return best.<Input>map(
                        path -> new Input.RouteThere(route(key, path.payload()), EvpnAttributes.of(path.attributes())))
                .orElseGet(() -> new Input.RouteGone(route(key, Octets.EMPTY)));
    }

    /** The route of a key and its payload; of a key alone with zeros in place of the rest. */
    public static EvpnRoute route(Octets key, Octets payload) {
        byte[] keyBytes = key.toArray();
        byte[] payloadBytes = payload.toArray();
        byte[] nlri = new byte[EvpnNlri.MAX_LENGTH];
        int end = EvpnKey.nlri(keyBytes, 0, keyBytes.length, payloadBytes, 0, payloadBytes.length, nlri, 0);
        return switch (EvpnNlri.decode(nlri, 0, end)) {
            case Decoded.Ok<EvpnRoute> ok -> ok.value();
            // The RIB's keys come from well-formed NLRI alone.
            case Decoded.Malformed<EvpnRoute> malformed ->
                throw new IllegalArgumentException(
                        "no EVPN route: " + key + " " + payload + ", " + malformed.section());
        };
    }
}
