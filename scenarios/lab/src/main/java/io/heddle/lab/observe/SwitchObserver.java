package io.heddle.lab.observe;

import io.heddle.lab.frr.Daemons;
import io.heddle.lab.json.JsonReader;
import io.heddle.lab.json.JsonValue;
import io.heddle.lab.layout.SwitchFace;
import io.heddle.lab.linux.LabException;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.RouteEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a switch really holds: the kernel's tables, and from FRR what the kernel has no field for. */
public final class SwitchObserver {

    private final SwitchFace face;
    private final Optional<Daemons> frr;

    /** @param frr absent where a switch only bridges */
    public SwitchObserver(SwitchFace face, Optional<Daemons> frr) {
        this.face = face;
        this.frr = frr;
    }

    public ExplicitTables observe() throws LabException {
        Map<Prefix, Integer> distances = distances();
        List<RouteEntry> routes = new ArrayList<>();
        BridgeReader bridges = new BridgeReader(face);
        List<JsonValue> neighbors = new ArrayList<>();
        for (Map.Entry<VrfName, String> space : face.spaces().entrySet()) {
            KernelState kernel = KernelState.of(space.getValue());
            RouteReader reader = new RouteReader(face, space.getKey(), distances);
            kernel.ipv4Routes().forEach(each -> reader.read(each, IpFamily.IPV4).ifPresent(routes::add));
            kernel.ipv6Routes().forEach(each -> reader.read(each, IpFamily.IPV6).ifPresent(routes::add));
            kernel.fdb().forEach(bridges::fdb);
            neighbors.addAll(kernel.neighbors());
        }
        neighbors.forEach(bridges::neighbor);
        return ExplicitTables.of(
                face.config(), routes, bridges.neighbors, bridges.macs(), bridges.flood, bridges.routers);
    }

    private Map<Prefix, Integer> distances() throws LabException {
        Map<Prefix, Integer> distances = new HashMap<>();
        if (frr.isPresent()) {
            for (String question : List.of("show ip route bgp json", "show ipv6 route bgp json")) {
                JsonValue answer = JsonReader.read(frr.get().ask(question), question);
                answer.members().forEach((prefix, routes) -> routes.items().stream()
                        .filter(each -> each.is("selected"))
                        .forEach(each -> distances.put(
                                Prefix.parse(prefix), (int) each.number("distance").orElse(0))));
            }
        }
        return distances;
    }
}
