package io.heddle.test.openflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.onlab.packet.IpAddress;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Host;
import org.onosproject.net.Link;
import org.onosproject.net.PortNumber;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowRuleService;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.IPCriterion;
import org.onosproject.net.flow.instructions.Instruction;
import org.onosproject.net.flow.instructions.Instructions;
import org.onosproject.net.flowobjective.ForwardingObjective;
import org.onosproject.net.group.Group;
import org.onosproject.net.group.GroupService;
import org.onosproject.net.host.HostService;
import org.onosproject.net.link.LinkService;

/**
 * An application as somebody who knows ONOS alone would write it: who would not get from a switch to a host, by the rules? Nothing of
 * Heddle is in it.
 */
record Walker(DeviceService devices, LinkService links, HostService hosts, FlowRuleService flows, GroupService groups) {

    /** Pairs of switch and IPv4 address between which the rules lead nowhere; every path that they allow is walked. */
    Set<String> lost() {
        Set<String> lost = new TreeSet<>();
        for (Host host : hosts.getHosts()) {
            for (IpAddress each : host.ipAddresses()) {
                if (each.isIp4()) {
                    for (Device from : devices.getAvailableDevices()) {
                        if (!arrives(from.id(), host, each)) {
                            lost.add(from.id() + " to " + each);
                        }
                    }
                }
            }
        }
        return lost;
    }

    private boolean arrives(DeviceId from, Host host, IpAddress address) {
        Set<DeviceId> seen = new HashSet<>();
        Deque<DeviceId> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            DeviceId here = next.pop();
            if (!seen.add(here)
                    || host.locations().stream().anyMatch(at -> at.deviceId().equals(here))) {
                continue;
            }
            List<DeviceId> ways = ways(here, address);
            if (ways.isEmpty()) {
                return false;
            }
            next.addAll(ways);
        }
        return true;
    }

    private List<DeviceId> ways(DeviceId here, IpAddress address) {
        Optional<FlowEntry> best = StreamSupport.stream(
                        flows.getFlowEntries(here).spliterator(), false)
                .filter(each -> each.selector().getCriterion(Criterion.Type.IPV4_DST) instanceof IPCriterion destination
                        && destination.ip().contains(address))
                .max(Comparator.comparingInt(FlowEntry::priority));
        List<DeviceId> ways = new ArrayList<>();
        best.stream()
                .flatMap(each -> outputs(here, each.treatment()))
                .forEach(port -> links.getEgressLinks(new ConnectPoint(here, port)).stream()
                        .map(Link::dst)
                        .forEach(there -> ways.add(there.deviceId())));
        return ways;
    }

    private Stream<PortNumber> outputs(DeviceId here, TrafficTreatment treatment) {
        return treatment.allInstructions().stream().flatMap(each -> outputs(here, each));
    }

    private Stream<PortNumber> outputs(DeviceId here, Instruction instruction) {
        return switch (instruction) {
            case Instructions.OutputInstruction output -> Stream.of(output.port());
            case Instructions.GroupInstruction group ->
                StreamSupport.stream(groups.getGroups(here).spliterator(), false)
                        .filter(each -> each.id().equals(group.groupId()))
                        .map(Group::buckets)
                        .flatMap(each -> each.buckets().stream())
                        .flatMap(each -> outputs(here, each.treatment()));
            default -> Stream.empty();
        };
    }

    /** The destination of a forwarding objective. */
    static String destination(ForwardingObjective objective) {
        return String.valueOf(objective.selector().getCriterion(Criterion.Type.IPV4_DST));
    }
}
