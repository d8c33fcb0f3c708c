package io.heddle.topology.generate;

import io.heddle.model.device.FrontPort;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.net.Bandwidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ports of one kind of device, shared by all of that kind, so that 1,500 leafs share their port names. Single-threaded.
 */
final class PortShape {

    private final ProfileRef profile;
    private final Optional<List<FrontPort>> known;
    private final List<FrontPort> slowFirst;
    private final Map<Bandwidth, int[]> candidates = new HashMap<>();
    private final List<PortName> counted = new ArrayList<>();

    PortShape(ProfileRef profile, PortLists lists) {
        this.profile = profile;
        known = lists.of(profile);
        slowFirst = known.orElse(List.of()).stream()
                .sorted(Comparator.<FrontPort, Bandwidth>comparing(
                                each -> each.speeds().last())
                        .thenComparingInt(FrontPort::number))
                .toList();
    }

    ProfileRef profile() {
        return profile;
    }

    boolean isKnown() {
        return known.isPresent();
    }

    FrontPort at(int index) {
        return slowFirst.get(index);
    }

    /** Positions, for {@link #at}, of the ports that run at this speed: slow ports first, then by number. */
    int[] runningAt(Bandwidth speed) {
        return candidates.computeIfAbsent(speed, wanted -> {
            int[] found = new int[slowFirst.size()];
            int count = 0;
            for (int i = 0; i < slowFirst.size(); i++) {
                if (slowFirst.get(i).supports(wanted)) {
                    found[count++] = i;
                }
            }
            return Arrays.copyOf(found, count);
        });
    }

    /** The name of port {@code number}, from 1, on a device whose ports are not known. */
    PortName counted(int number) {
        while (counted.size() < number) {
            counted.add(PortName.of(stem() + (counted.size() + 1)));
        }
        return counted.get(number - 1);
    }

    private String stem() {
        return switch (profile.os()) {
            case "os10" -> "ethernet1/1/";
            case "sonic" -> "Ethernet";
            case "cumulus" -> "swp";
            default -> "eth";
        };
    }
}
