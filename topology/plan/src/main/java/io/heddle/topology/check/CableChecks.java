package io.heddle.topology.check;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.fabric.PortRef;
import java.util.List;
import java.util.Optional;

/** Both ends of every cable. */
final class CableChecks {

    private CableChecks() {}

    static void check(Fabric fabric, PortIndex ports, Findings findings) {
        for (PortRef each : ports.repeated()) {
            findings.error(Rule.PORT_UNIQUE, each, "several ports of this name", "one");
        }
        for (Link link : fabric.links()) {
            for (PortRef end : List.of(link.a(), link.b())) {
                if (ports.find(end).isEmpty()) {
                    findings.error(
                            Rule.CABLE_END, "cable " + link, end + ", which no device has", "a port that is described");
                }
            }
            if (fabric.findSwitch(link.a().device()).isEmpty()
                    && fabric.findSwitch(link.b().device()).isEmpty()) {
                findings.error(
                        Rule.CABLE_END, "cable " + link, "no switch at either end", "a switch at one end at least");
            }
            Optional<Port> a = ports.find(link.a());
            Optional<Port> b = ports.find(link.b());
            if (a.isPresent()
                    && b.isPresent()
                    && !a.get().speed().equals(b.get().speed())) {
                findings.error(
                        Rule.CABLE_SPEED,
                        "cable " + link,
                        a.get().speed() + " at one end and " + b.get().speed() + " at the other",
                        "one speed");
            }
        }
    }
}
