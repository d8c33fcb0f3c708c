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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a switch really holds: the kernel's tables, and from FRR what the kernel has no field for. */
public final class SwitchObserver {

    private static final List<String> QUESTIONS = List.of("show bgp ipv4 unicast json", "show bgp ipv6 unicast json");

    private final SwitchFace face;
    private final Optional<Daemons> frr;

    /** Of one switch; {@code frr} is absent where it only bridges. */
    public SwitchObserver(SwitchFace face, Optional<Daemons> frr) {
        this.face = face;
        this.frr = frr;
    }

    public ExplicitTables observe() throws LabException {
        Set<Prefix> internal = internal();
        List<RouteEntry> routes = new ArrayList<>();
        BridgeReader bridges = new BridgeReader(face);
        List<JsonValue> neighbors = new ArrayList<>();
        for (Map.Entry<VrfName, String> space : face.spaces().entrySet()) {
            KernelState kernel = KernelState.of(space.getValue());
            RouteReader reader = new RouteReader(face, space.getKey(), internal);
            kernel.ipv4Routes().forEach(each -> reader.read(each, IpFamily.IPV4).ifPresent(routes::add));
            kernel.ipv6Routes().forEach(each -> reader.read(each, IpFamily.IPV6).ifPresent(routes::add));
            kernel.fdb().forEach(bridges::fdb);
            neighbors.addAll(kernel.neighbors());
        }
        neighbors.forEach(bridges::neighbor);
        return ExplicitTables.of(
                face.config(), routes, bridges.neighbors, bridges.macs(), bridges.flood, bridges.routers);
    }

    /** Whether the best path to a prefix came from an internal peer; bgpd knows, zebra need not answer. */
    private Set<Prefix> internal() throws LabException {
        Set<Prefix> internal = new HashSet<>();
        if (frr.isPresent()) {
            for (String text : frr.get().ask("bgpd", QUESTIONS)) {
                JsonValue answer = JsonReader.read(text, "bgpd's routes");
                answer.find("routes").map(JsonValue::members).orElse(Map.of()).forEach((prefix, paths) -> {
                    if (paths.items().stream()
                            .anyMatch(each -> each.is("bestpath")
                                    && each.text("pathFrom")
                                            .filter("internal"::equals)
                                            .isPresent())) {
                        internal.add(Prefix.parse(prefix));
                    }
                });
            }
        }
        return internal;
    }
}
