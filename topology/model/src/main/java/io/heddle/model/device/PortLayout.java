package io.heddle.model.device;

import io.heddle.model.fabric.PortName;
import io.heddle.model.net.Bandwidth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The front ports of a device as its operating system names them. Immutable; the list of ports is made when first asked for.
 */
public final class PortLayout {

    private final List<PortGroup> groups;
    private final PortNaming naming;
    private final Evidence evidence;

    // Made from final fields alone, so two threads that race make equal ones.
    private @Nullable List<FrontPort> ports;
    private @Nullable Map<PortName, FrontPort> byName;

    private PortLayout(List<PortGroup> groups, PortNaming naming, Evidence evidence) {
        this.groups = List.copyOf(groups);
        this.naming = naming;
        this.evidence = evidence;
    }

    /** Groups in the order of their numbers; none if the ports are not known. */
    public static PortLayout of(List<PortGroup> groups, PortNaming naming, Evidence evidence) {
        return new PortLayout(groups, naming, evidence);
    }

    /** Whether anything is known of the ports. If not, no port can be said not to exist. */
    public boolean isKnown() {
        return !groups.isEmpty();
    }

    public List<PortGroup> groups() {
        return groups;
    }

    public PortNaming naming() {
        return naming;
    }

    public Evidence evidence() {
        return evidence;
    }

    public int count() {
        return groups.stream().mapToInt(PortGroup::count).sum();
    }

    /** The ports in number order, none split. */
    public List<FrontPort> ports() {
        List<FrontPort> known = ports;
        if (known == null) {
            known = List.copyOf(list());
            ports = known;
        }
        return known;
    }

    /** The port of that name, whole or part of a split one. */
    public Optional<FrontPort> port(PortName name) {
        Map<PortName, FrontPort> known = byName;
        if (known == null) {
            known = new HashMap<>();
            for (FrontPort port : ports()) {
                for (Breakout breakout : port.breakouts()) {
                    for (FrontPort part : split(port, breakout)) {
                        known.merge(part.name(), part, PortLayout::either);
                    }
                }
            }
            for (FrontPort port : ports()) {
                known.merge(port.name(), port, PortLayout::either);
            }
            byName = known;
        }
        return Optional.ofNullable(known.get(name));
    }

    /** The ports that {@code port} becomes when split; the cage is then used by them alone. */
    public List<FrontPort> split(FrontPort port, Breakout breakout) {
        if (!port.breakouts().contains(breakout)) {
            throw new IllegalArgumentException("port " + port.name() + " does not split into " + breakout
                    + "; it splits into " + port.breakouts());
        }
        int lane = 0;
        int left = port.position() - 1;
        int lanes = 0;
        for (PortGroup each : groups) {
            lanes = each.lanes();
            int before = Math.min(left, each.count());
            lane += before * lanes;
            left -= before;
            if (before < each.count()) {
                break;
            }
        }
        List<FrontPort> parts = new ArrayList<>();
        for (int i = 1; i <= breakout.ways(); i++) {
            parts.add(new FrontPort(
                    naming.part(port.position(), lane + (i - 1) * lanes / breakout.ways(), i),
                    1000 * port.position() + i,
                    port.position(),
                    port.cage(),
                    PortGroup.of(port.cage(), 1, lanes, List.of(breakout.speed()), List.of())
                            .speeds(),
                    List.of()));
        }
        return parts;
    }

    private List<FrontPort> list() {
        List<FrontPort> all = new ArrayList<>(count());
        int lane = 0;
        for (PortGroup group : groups) {
            for (int i = 0; i < group.count(); i++) {
                int position = all.size() + 1;
                all.add(new FrontPort(
                        naming.whole(position, lane),
                        position,
                        position,
                        group.cage(),
                        group.speeds(),
                        group.breakouts()));
                lane += group.lanes();
            }
        }
        return all;
    }

    /** One name for parts of several breakouts (or, in SONiC, for the whole): it can run at the speeds of all. */
    private static FrontPort either(FrontPort part, FrontPort other) {
        NavigableSet<Bandwidth> speeds = new TreeSet<>(part.speeds());
        speeds.addAll(other.speeds());
        return new FrontPort(other.name(), other.number(), other.position(), other.cage(), speeds, other.breakouts());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortLayout that
                && groups.equals(that.groups)
                && naming.equals(that.naming)
                && evidence.equals(that.evidence);
    }

    @Override
    public int hashCode() {
        return groups.hashCode() * 31 + naming.hashCode();
    }

    @Override
    public String toString() {
        return groups.isEmpty() ? "ports unknown" : groups.toString();
    }
}
