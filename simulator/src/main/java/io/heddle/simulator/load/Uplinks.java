package io.heddle.simulator.load;

import java.util.List;

/** Which of its living cables a node may take: those whose leaf is nearest to where the packet goes. */
final class Uplinks {

    private Uplinks() {}

    static List<Routes.Port> of(List<Routes.Port> ports, Ways ways) {
        if (ports.size() == 1 || ports.isEmpty()) {
            return ports.isEmpty() || ways.distance(ports.getFirst().leaf(), false) >= Ways.UNREACHABLE
                    ? List.of()
                    : ports;
        }
        int nearest = Ways.UNREACHABLE;
        for (Routes.Port each : ports) {
            nearest = Math.min(nearest, ways.distance(each.leaf(), false));
        }
        int least = nearest;
        return least >= Ways.UNREACHABLE
                ? List.of()
                : ports.stream()
                        .filter(each -> ways.distance(each.leaf(), false) == least)
                        .toList();
    }
}
