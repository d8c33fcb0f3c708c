package io.heddle.render.frr;

import java.util.List;
import java.util.Set;

/** Lines that belong together, and who understands them. */
public record FrrSection(Set<FrrDaemon> daemons, List<String> lines) {

    public FrrSection {
        daemons = Set.copyOf(daemons);
        lines = List.copyOf(lines);
    }
}
