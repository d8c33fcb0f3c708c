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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Map<String, List<String>> macs = new TreeMap<>();
        for (String space : from.spaces().values()) {
            for (JsonValue each : ask("bridge", "-n", space, "-j", "fdb", "show")) {
                boolean learned = each.text("state").orElse("").isEmpty()
                        && each.text("master").isPresent();
                Optional<Meaning> meaning = each.text("ifname").flatMap(from::meaning);
                if (learned && meaning.orElse(null) instanceof Meaning.Member(VlanId vlan, String port)) {
                    Optional<Wire.End> end = end(from, to, port, vlan);
                    if (end.isPresent()) {
                        macs.computeIfAbsent(end.get().space(), _ -> new ArrayList<>())
                                .add("fdb replace " + each.text("mac").orElseThrow() + " dev "
                                        + end.get().name() + " master static" + held(to));
                    }
                }
            }
        }
        for (Map.Entry<String, List<String>> each : macs.entrySet()) {
            Batch.bridge(each.getKey(), each.getValue());
        }
        for (Map.Entry<VrfName, String> each : from.spaces().entrySet()) {
            if (to.spaces().containsKey(each.getKey())) {
                neighbors(from, each.getValue(), to, to.space(each.getKey()));
            }
        }
    }

    /**
     * What the other leaf said counts more than what comes by: without a peer link the pair hears its hosts over a third switch. FRR would
     * announce such MACs as sticky (RFC 7432 section 15.2), so VTEPs, which hear VLANs over VXLAN alone, do without.
     */
    private static String held(SwitchFace to) {
        return to.config().vtep().isPresent() ? "" : " sticky";
    }

    /** Where {@code to} has what {@code from} has on {@code port}. */
    private Optional<Wire.End> end(SwitchFace from, SwitchFace to, String port, VlanId vlan) {
        Optional<BridgePort> bond = from.config().bridgePorts().stream()
                .filter(each -> each.name().equals(port))
                .findFirst();
        if (bond.isEmpty() || bond.get().peerLink()) {
            return Optional.empty();
        }
        Optional<Wire.End> same = to.config().bridgePorts().stream()
                .filter(each -> each.mlagId().isPresent()
                        && each.mlagId().equals(bond.get().mlagId()))
                .findFirst()
                .flatMap(each -> up(to.config().name(), each.name(), vlan));
        return same.or(() -> to.config().bridgePorts().stream()
                .filter(BridgePort::peerLink)
                .findFirst()
                .flatMap(each -> up(to.config().name(), each.name(), vlan)));
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

    private static void neighbors(SwitchFace from, String space, SwitchFace to, String other) throws LabException {
        List<String> lines = new ArrayList<>();
        for (JsonValue each : ask("ip", "-n", space, "-j", "neigh", "show")) {
            boolean ofVlan = each.text("dev").flatMap(from::meaning).orElse(null) instanceof Meaning.Vlan;
            boolean remote = each.text("extern_learn").isPresent();
            if (ofVlan
                    && !remote
                    && each.text("lladdr").isPresent()
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
