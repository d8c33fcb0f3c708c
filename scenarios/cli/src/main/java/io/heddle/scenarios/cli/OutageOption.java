package io.heddle.scenarios.cli;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.topology.yaml.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@code --fail PART}: a device by its name, or a cable by a port at either end. */
final class OutageOption {

    private OutageOption() {}

    static Outage of(List<String> parts, Fabric fabric) throws InputException {
        Set<DeviceName> devices = new HashSet<>();
        Set<Link> links = new HashSet<>();
        for (String each : parts) {
            if (each.contains(":")) {
                links.add(cable(each, fabric));
            } else {
                devices.add(device(each, fabric));
            }
        }
        return new Outage(devices, links);
    }

    private static Link cable(String text, Fabric fabric) throws InputException {
        try {
            return fabric.linkAt(PortRef.parse(text))
                    .orElseThrow(() -> new InputException("--fail " + text + ": no cable is in that port"));
        } catch (IllegalArgumentException e) {
            throw new InputException("--fail " + text + ": " + e.getMessage());
        }
    }

    private static DeviceName device(String text, Fabric fabric) throws InputException {
        List<DeviceName> known = Stream.concat(
                        fabric.switches().stream().map(each -> each.name()),
                        fabric.nodes().stream().map(each -> each.name()))
                .toList();
        Optional<DeviceName> found =
                known.stream().filter(each -> each.value().equals(text)).findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        throw new InputException("--fail " + text + ": no device of that name"
                + Nearest.to(text, known.stream().map(DeviceName::value).toList())
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; a cable is named by a port at its end, as in leaf-1:swp1"));
    }
}
