package io.heddle.lab.run;

import io.heddle.lab.json.JsonReader;
import io.heddle.lab.json.JsonValue;
import io.heddle.lab.layout.LabLayout;
import io.heddle.lab.layout.Meaning;
import io.heddle.lab.layout.SwitchFace;
import io.heddle.lab.layout.Wire;
import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.model.config.BridgePort;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.VlanId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Plays what the leafs of an MLAG pair tell each other: a MAC or neighbour that one learned on its half of a multi-chassis bond the
 * other has on its half, or if that is down, or the host is on one leaf alone, on the peer link.
 */
final class MlagSync {

    private final LabLayout layout;
    private final Outage outage;

    MlagSync(LabLayout layout, Outage outage) {
        this.layout = layout;
        this.outage = outage;
    }

    void run(List<MlagPair> pairs) throws LabException {
        for (MlagPair each : pairs) {
            SwitchFace first = layout.faces().get(each.first());
            SwitchFace second = layout.faces().get(each.second());
            if (first != null && second != null && outage.isUp(each.first()) && outage.isUp(each.second())) {
                tell(first, second);
                tell(second, first);
            }
        }
    }

    private void tell(SwitchFace from, SwitchFace to) throws LabException {
        Map<String, LearnedMac> known = new HashMap<>();
        LearnedMac.at(to).forEach(each -> known.put(each.host(), each));
        Set<String> there = new HashSet<>(known.keySet());
        Map<String, List<String>> macs = new TreeMap<>();
        for (LearnedMac each : LearnedMac.at(from)) {
            Optional<Wire.End> end = end(to, each);
            LearnedMac other = known.get(each.host());
            if (end.isPresent() && (other == null || !isNearer(other, from))) {
                there.add(each.host());
                if (each.own()) {
                    macs.computeIfAbsent(end.get().space(), _ -> new ArrayList<>())
                            .add("fdb replace " + each.mac() + " dev "
                                    + end.get().name() + " master static" + held(to));
                }
            }
        }
        for (Map.Entry<String, List<String>> each : macs.entrySet()) {
            Batch.bridge(each.getKey(), each.getValue());
        }
        for (Map.Entry<VrfName, String> each : from.spaces().entrySet()) {
            if (to.spaces().containsKey(each.getKey())) {
                neighbors(from, each.getValue(), to, to.space(each.getKey()), there);
            }
        }
    }

    /** Whether a leaf heard a host on a bond whose other half is down: there the host can only have come by over a third switch. */
    private boolean isNearer(LearnedMac own, SwitchFace there) {
        return own.own() && own.port().mlagId().isPresent() && half(there, own).isEmpty();
    }

    /**
     * What the other leaf said counts more than what comes by: without a peer link the pair hears its hosts over a third switch. FRR would
     * announce such MACs as sticky (RFC 7432 section 15.2), so VTEPs, which hear VLANs over VXLAN alone, do without.
     */
    private static String held(SwitchFace to) {
        return to.config().vtep().isPresent() ? "" : " sticky";
    }

    /** Where {@code to} has what the other has on its port. */
    private Optional<Wire.End> end(SwitchFace to, LearnedMac each) {
        if (each.port().peerLink()) {
            return Optional.empty();
        }
        return half(to, each).or(() -> to.config().bridgePorts().stream()
                .filter(BridgePort::peerLink)
                .findFirst()
                .flatMap(port -> up(to.config().name(), port.name(), each.vlan())));
    }

    /** The half that {@code to} has of the bond that the other heard a MAC on, if that half is up. */
    private Optional<Wire.End> half(SwitchFace to, LearnedMac each) {
        return to.config().bridgePorts().stream()
                .filter(port -> port.mlagId().isPresent()
                        && port.mlagId().equals(each.port().mlagId()))
                .findFirst()
                .flatMap(port -> up(to.config().name(), port.name(), each.vlan()));
    }

    private Optional<Wire.End> up(DeviceName device, String port, VlanId vlan) {
        return layout.wires().stream()
                .filter(each -> each.touches(device)
                        && each.vlan().filter(vlan::equals).isPresent()
                        && each.isUp(outage)
                        && each.at(device).port().equals(port))
                .map(each -> each.at(device))
                .findFirst();
    }

    /** @param there the MACs that the other leaf has, on their VLANs: without a way to a host a leaf has no neighbour either */
    private static void neighbors(SwitchFace from, String space, SwitchFace to, String other, Set<String> there)
            throws LabException {
        List<String> lines = new ArrayList<>();
        for (JsonValue each : ask("ip", "-n", space, "-j", "neigh", "show")) {
            boolean remote = each.text("extern_learn").isPresent();
            if (each.text("dev").flatMap(from::meaning).orElse(null) instanceof Meaning.Vlan(VlanId vlan)
                    && !remote
                    && each.text("lladdr")
                            .filter(mac -> there.contains(LearnedMac.host(vlan, mac)))
                            .isPresent()
                    && !isOwn(to, each.text("dst").orElseThrow())) {
                lines.add("neigh replace " + each.text("dst").orElseThrow() + " lladdr "
                        + each.text("lladdr").orElseThrow() + " dev "
                        + each.text("dev").orElseThrow() + " nud reachable");
            }
        }
        Batch.ip(other, lines);
    }

    private static boolean isOwn(SwitchFace face, String address) {
        return face.config().vlans().stream()
                .flatMap(each -> each.svi().stream())
                .flatMap(each -> each.own().stream())
                .anyMatch(each -> each.address().toString().equals(address));
    }

    private static List<JsonValue> ask(String... words) throws LabException {
        return JsonReader.read(Command.of(words).output(), String.join(" ", words))
                .items();
    }
}
