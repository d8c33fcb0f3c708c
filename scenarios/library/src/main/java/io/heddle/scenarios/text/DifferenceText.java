package io.heddle.scenarios.text;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Switch;
import io.heddle.model.tables.SwitchTables;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Solved;
import io.heddle.scenarios.wording.Numbers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What changed between two fabrics, switch by switch; empty if nothing did. */
public final class DifferenceText {

    /** How many entries are written out of each kind of change; the rest is counted. */
    private static final int SHOWN = 5;

    private final StringBuilder out = new StringBuilder();
    private final Style style;

    private DifferenceText(Style style) {
        this.style = style;
    }

    public static String of(CaseResult before, CaseResult after, Style style) {
        DifferenceText text = new DifferenceText(style);
        text.section(
                "cables",
                lines(
                        "",
                        before.fabric().links().stream().map(Link::toString),
                        after.fabric().links().stream().map(Link::toString)));
        Map<String, Switch> switches = new LinkedHashMap<>();
        before.fabric().switches().forEach(each -> switches.put(each.name().value(), each));
        after.fabric().switches().forEach(each -> switches.put(each.name().value(), each));
        switches.values().forEach(each -> text.compare(each, before, after));
        return text.out.toString();
    }

    private void compare(Switch device, CaseResult before, CaseResult after) {
        List<String> changes = new ArrayList<>();
        Optional<SwitchConfig> was = config(before, device);
        Optional<SwitchConfig> is = config(after, device);
        if (before.fabric().findSwitch(device.name()).isEmpty()) {
            changes.add("+ new switch, " + device.profile());
        } else if (after.fabric().findSwitch(device.name()).isEmpty()) {
            changes.add("- switch gone");
        }
        changes.addAll(parts("loopback", was, is, SwitchConfig::loopbacks));
        changes.addAll(parts("routed port", was, is, DifferenceText::routedPorts));
        changes.addAll(parts("bridge port", was, is, DifferenceText::bridgePorts));
        changes.addAll(parts("vlan", was, is, SwitchConfig::vlans));
        changes.addAll(parts("vrf", was, is, SwitchConfig::vrfs));
        changes.addAll(parts("static route", was, is, SwitchConfig::staticRoutes));
        changes.addAll(parts("vtep", was, is, each -> each.vtep().stream().toList()));
        changes.addAll(parts(
                "AS", was, is, each -> each.bgp().map(BgpConfig::asn).stream().toList()));
        changes.addAll(
                parts("neighbour", was, is, each -> each.bgp().map(BgpConfig::neighbors).orElse(List.of()).stream()
                        .map(neighbor -> neighbor.peer() + " AS " + neighbor.remoteAs() + " "
                                + neighbor.port()
                                        .map(Object::toString)
                                        .or(() -> neighbor.address().map(Object::toString))
                                        .orElse(""))
                        .toList()));
        changes.addAll(parts("origination", was, is, each -> each.bgp()
                .map(BgpConfig::originations)
                .orElse(List.of())));
        Optional<SwitchTables> held = tables(before, device);
        Optional<SwitchTables> holds = tables(after, device);
        changes.addAll(lines(
                "route ",
                held.stream().flatMap(SwitchTables::routes).map(EntryText::of),
                holds.stream().flatMap(SwitchTables::routes).map(EntryText::of)));
        changes.addAll(lines(
                "neighbour entry ",
                held.stream().flatMap(SwitchTables::neighbors).map(EntryText::of),
                holds.stream().flatMap(SwitchTables::neighbors).map(EntryText::of)));
        changes.addAll(lines(
                "mac ",
                held.stream().flatMap(SwitchTables::macs).map(EntryText::of),
                holds.stream().flatMap(SwitchTables::macs).map(EntryText::of)));
        changes.addAll(lines(
                "flood ",
                held.stream().flatMap(SwitchTables::floodList).map(EntryText::of),
                holds.stream().flatMap(SwitchTables::floodList).map(EntryText::of)));
        section(device.name().value(), changes);
    }

    private static List<String> bridgePorts(SwitchConfig config) {
        return config.bridgePorts().stream()
                .map(each -> each.name() + " " + each.members() + " to " + each.neighbor() + ", vlans " + each.tagged()
                        + each.untagged().map(vlan -> ", untagged " + vlan).orElse("")
                        + each.esi().map(esi -> ", ESI " + esi).orElse("")
                        + (each.peerLink() ? ", peer link" : ""))
                .toList();
    }

    private static List<String> routedPorts(SwitchConfig config) {
        return config.routedPorts().stream()
                .map(each -> each.port() + " to " + each.neighbor()
                        + (each.addresses().isEmpty() ? " unnumbered" : " " + each.addresses()))
                .toList();
    }

    private static Optional<SwitchConfig> config(CaseResult result, Switch device) {
        return result.solved().flatMap(solved -> solved.plan().config().findSwitch(device.name()));
    }

    private static Optional<SwitchTables> tables(CaseResult result, Switch device) {
        return result.solved().map(Solved::state).flatMap(state -> state.tables(device.name()));
    }

    private static List<String> parts(
            String what,
            Optional<SwitchConfig> was,
            Optional<SwitchConfig> is,
            Function<SwitchConfig, ? extends Collection<?>> part) {
        return lines(
                what + " ",
                was.stream().flatMap(each -> part.apply(each).stream()).map(Object::toString),
                is.stream().flatMap(each -> part.apply(each).stream()).map(Object::toString));
    }

    /** What is gone with a minus, what is new with a plus, a few of each and the number of the rest. */
    private static List<String> lines(String what, Stream<String> before, Stream<String> after) {
        Set<String> gone = new LinkedHashSet<>(before.sorted().toList());
        Set<String> come = new LinkedHashSet<>(after.sorted().toList());
        Set<String> both = new LinkedHashSet<>(gone);
        both.retainAll(come);
        gone.removeAll(both);
        come.removeAll(both);
        List<String> lines = new ArrayList<>();
        few("- " + what, gone, lines);
        few("+ " + what, come, lines);
        return lines;
    }

    private static void few(String head, Set<String> entries, List<String> lines) {
        entries.stream().limit(SHOWN).forEach(each -> lines.add(head + each));
        if (entries.size() > SHOWN) {
            lines.add(head + "... and " + Numbers.of(entries.size() - SHOWN) + " more");
        }
    }

    private void section(String title, List<String> changes) {
        if (!changes.isEmpty()) {
            out.append(style.bold(title)).append('\n');
            changes.forEach(each -> out.append("  ").append(each).append('\n'));
        }
    }
}
