package io.heddle.lab.run;

import io.heddle.lab.layout.LabLayout;
import io.heddle.lab.layout.SwitchFace;
import io.heddle.lab.layout.Wire;
import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.Parallel;
import io.heddle.model.config.BridgePort;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.VlanId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plugs and pulls cables, and stands for bonds: on every VLAN a node sends over one of its members, and the wires between switches that flood form a tree. The
 * others stand by: they take what comes, and never flood or learn. Without this, plain bridges with two ways would loop.
 */
final class Cables {

    private final LabLayout layout;

    Cables(LabLayout layout) {
        this.layout = layout;
    }

    /** Sets which wires are up, and which of them flood, under this outage. */
    void apply(Outage outage) throws LabException {
        Set<Wire> flooding = flooding(outage);
        Map<String, List<String>> flags = new TreeMap<>();
        Map<String, List<String>> states = new TreeMap<>();
        for (Wire wire : layout.wires()) {
            for (Wire.End end : List.of(wire.a(), wire.b())) {
                if (wire.vlan().isPresent()) {
                    flags.computeIfAbsent(end.space(), _ -> new ArrayList<>()).add(line(end, flooding.contains(wire)));
                }
                states.computeIfAbsent(end.space(), _ -> new ArrayList<>())
                        .add("link set dev " + end.name() + (wire.isUp(outage) ? " up" : " down"));
            }
        }
        // Nothing may flood where it should not, not even for a moment.
        Map<String, List<String>> silent = silent(flooding);
        Parallel.map(flags.entrySet(), each -> {
            Batch.bridge(each.getKey(), each.getValue());
            silence(each.getKey(), silent.getOrDefault(each.getKey(), List.of()));
            return true;
        });
        Parallel.map(states.entrySet(), each -> {
            Batch.ip(each.getKey(), each.getValue());
            return true;
        });
    }

    /** By namespace the interfaces that stand by. */
    private Map<String, List<String>> silent(Set<Wire> flooding) {
        Map<String, List<String>> silent = new TreeMap<>();
        for (Wire wire : layout.wires()) {
            if (wire.vlan().isPresent() && !flooding.contains(wire)) {
                for (Wire.End end : List.of(wire.a(), wire.b())) {
                    silent.computeIfAbsent(end.space(), _ -> new ArrayList<>()).add(end.name());
                }
            }
        }
        return silent;
    }

    /**
     * What a bridge itself says to many the kernel sends over every port, whatever the port's flags: a node would be heard on both members
     * of its bond, and by way of the second the switches would learn it at the wrong end.
     */
    private static void silence(String space, List<String> interfaces) throws LabException {
        StringBuilder rules = new StringBuilder("table bridge standby\ndelete table bridge standby\n");
        if (!interfaces.isEmpty()) {
            rules.append("table bridge standby {\n chain output {\n  type filter hook output priority 0;\n");
            for (String each : interfaces) {
                rules.append("  oifname \"")
                        .append(each)
                        .append("\" ether daddr & 01:00:00:00:00:00 == 01:00:00:00:00:00 drop\n");
            }
            rules.append(" }\n}\n");
        }
        Command.of("ip", "netns", "exec", space, "nft", "-f", "-")
                .reading(rules.toString())
                .output();
    }

    private String line(Wire.End end, boolean floods) {
        String on = floods ? " on" : " off";
        boolean learns = floods && !isPeerLink(end);
        return "link set dev " + end.name() + " flood" + on + " mcast_flood" + on + " bcast_flood" + on + " learning"
                + (learns ? " on" : " off");
    }

    /** What the other leaf has is synchronised, not learned. */
    private boolean isPeerLink(Wire.End end) {
        SwitchFace face = layout.faces().get(end.device());
        return face != null
                && face.config().bridgePorts().stream()
                        .filter(each -> each.name().equals(end.port()))
                        .anyMatch(BridgePort::peerLink);
    }

    private Set<Wire> flooding(Outage outage) {
        Map<VlanId, List<Wire>> byVlan = new LinkedHashMap<>();
        for (Wire each : layout.wires()) {
            if (each.vlan().isPresent() && each.isUp(outage)) {
                byVlan.computeIfAbsent(each.vlan().get(), _ -> new ArrayList<>())
                        .add(each);
            }
        }
        Set<Wire> flooding = new HashSet<>();
        byVlan.values().forEach(wires -> {
            tree(wires, flooding);
            nodes(wires, flooding);
        });
        return flooding;
    }

    /** Breadth-first over peer links before others, then in order of the port's name, as the rules choose between shortest paths. */
    private void tree(List<Wire> wires, Set<Wire> flooding) {
        Set<DeviceName> reached = new HashSet<>();
        for (DeviceName root : layout.faces().keySet()) {
            ArrayDeque<DeviceName> next = new ArrayDeque<>();
            if (reached.add(root)) {
                next.add(root);
            }
            while (!next.isEmpty()) {
                DeviceName device = next.remove();
                for (Wire each : ordered(wires, device)) {
                    DeviceName far = each.beyond(device).device();
                    if (isSwitch(far) && reached.add(far)) {
                        flooding.add(each);
                        next.add(far);
                    }
                }
            }
        }
    }

    private List<Wire> ordered(List<Wire> wires, DeviceName device) {
        LinkedHashSet<Wire> ordered = new LinkedHashSet<>();
        List<Wire> own = wires.stream()
                .filter(each -> each.touches(device))
                .sorted(Comparator.comparing(each -> each.at(device).port()))
                .toList();
        own.stream().filter(each -> isPeerLink(each.at(device))).forEach(ordered::add);
        ordered.addAll(own);
        return List.copyOf(ordered);
    }

    /** The first member of each bond. */
    private void nodes(List<Wire> wires, Set<Wire> flooding) {
        Set<String> spoken = new HashSet<>();
        for (Wire each : wires) {
            Optional<Wire.End> node = List.of(each.a(), each.b()).stream()
                    .filter(end -> !isSwitch(end.device()))
                    .findFirst();
            if (node.isPresent() && spoken.add(node.get().device().value())) {
                flooding.add(each);
            }
        }
    }

    private boolean isSwitch(DeviceName device) {
        return layout.faces().containsKey(device);
    }
}
