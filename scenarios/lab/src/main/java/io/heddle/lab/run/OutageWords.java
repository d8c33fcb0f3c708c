package io.heddle.lab.run;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An outage as one line: devices by name, cables by their first end; {@code none} if nothing is broken. */
final class OutageWords {

    private static final String NONE = "none";

    private OutageWords() {}

    static String of(Outage outage) {
        String words = Stream.concat(
                        outage.devices().stream().map(DeviceName::value).sorted(),
                        outage.links().stream().map(each -> each.a().toString()).sorted())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? NONE : words;
    }

    static Outage read(String line, Fabric fabric) {
        Set<DeviceName> devices = new HashSet<>();
        Set<Link> links = new HashSet<>();
        for (String each : List.of(line.split(" ", -1))) {
            if (each.indexOf(':') >= 0) {
                fabric.linkAt(PortRef.parse(each)).ifPresent(links::add);
            } else if (!each.equals(NONE)) {
                devices.add(DeviceName.of(each));
            }
        }
        return new Outage(devices, links);
    }
}
