package io.heddle.model.fabric;

import io.heddle.model.net.Bandwidth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every port of a fabric by its name, whatever device it is on. */
public final class PortIndex {

    private final Map<PortRef, Port> ports = new HashMap<>();
    private final Set<PortRef> repeated = new TreeSet<>();

    private PortIndex(Fabric fabric) {
        for (Switch each : fabric.switches()) {
            add(each.name(), each.ports());
        }
        for (Node node : fabric.nodes()) {
            for (Card card : node.cards()) {
                add(node.name(), card.ports());
            }
        }
        for (ExternalExit exit : fabric.exits()) {
            add(exit.router(), exit.ports());
        }
    }

    public static PortIndex of(Fabric fabric) {
        return new PortIndex(fabric);
    }

    private void add(DeviceName device, List<Port> added) {
        for (Port port : added) {
            PortRef ref = new PortRef(device, port.name());
            if (ports.putIfAbsent(ref, port) != null) {
                repeated.add(ref);
            }
        }
    }

    /** The port, unless its device is unknown or has no port of that name. */
    public Optional<Port> find(PortRef ref) {
        return Optional.ofNullable(ports.get(ref));
    }

    /** Names that a device gives to several ports, in order. */
    public Set<PortRef> repeated() {
        return repeated;
    }

    /** What a cable can carry: the slower of its ends; nothing if an end is unknown. */
    public Bandwidth speed(Link link) {
        Bandwidth a = find(link.a()).map(Port::speed).orElse(Bandwidth.NONE);
        Bandwidth b = find(link.b()).map(Port::speed).orElse(Bandwidth.NONE);
        return a.compareTo(b) < 0 ? a : b;
    }
}
