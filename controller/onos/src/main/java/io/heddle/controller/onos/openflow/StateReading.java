package io.heddle.controller.onos.openflow;

import io.heddle.controller.onos.change.SwitchState;
import io.heddle.controller.onos.pipeline.GroupIds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.group.DefaultGroupBucket;
import org.onosproject.net.group.DefaultGroupDescription;
import org.onosproject.net.group.DefaultGroupKey;
import org.onosproject.net.group.GroupBuckets;
import org.onosproject.net.group.GroupDescription;
import org.projectfloodlight.openflow.protocol.OFFlowStatsEntry;
import org.projectfloodlight.openflow.protocol.OFGroupDescStatsEntry;
import org.projectfloodlight.openflow.protocol.OFGroupType;

/** What a switch answers about its flows and groups, collected. Single-threaded. */
final class StateReading {

    private final DeviceId device;
    private final List<FlowRule> flows = new ArrayList<>();
    private final List<GroupDescription> groups = new ArrayList<>();
    private int foreign;

    StateReading(DeviceId device) {
        this.device = device;
    }

    /** A flow without a cookie of ours. */
    void foreign() {
        foreign++;
    }

    /**
     * A flow of ours.
     *
     * @param legible whether all of its instructions could be read; one that could not has been tampered with
     */
    void flow(OFFlowStatsEntry entry, boolean legible) {
        try {
            flows.add(DefaultFlowRule.builder()
                    .forDevice(device)
                    .forTable(entry.getTableId().getValue())
                    .withPriority(entry.getPriority())
                    .withCookie(entry.getCookie().getValue())
                    .withSelector(Selectors.fromWire(entry.getMatch()))
                    .withTreatment(
                            legible ? Treatments.fromWire(device, entry.getInstructions()) : Treatments.unknown(device))
                    .makePermanent()
                    .build());
        } catch (UnknownRule notOurs) {
            // A match that Heddle never writes, under a cookie of Heddle's: somebody else's all the same.
            foreign++;
        }
    }

    void group(OFGroupDescStatsEntry entry) {
        int id = entry.getGroup().getGroupNumber();
        if (!GroupIds.isOurs(id)) {
            foreign++;
            return;
        }
        List<TrafficTreatment> treatments = entry.getBuckets().stream()
                .map(each -> Treatments.ofActions(device, each.getActions()))
                .toList();
        GroupBuckets buckets =
                switch (entry.getGroupType()) {
                    case SELECT ->
                        new GroupBuckets(treatments.stream()
                                .map(DefaultGroupBucket::createSelectGroupBucket)
                                .toList());
                    case ALL ->
                        new GroupBuckets(treatments.stream()
                                .map(DefaultGroupBucket::createAllGroupBucket)
                                .toList());
                    // Turned into something that Heddle never makes: equal to nothing wanted, and so made anew.
                    case INDIRECT, FF -> new GroupBuckets(List.of());
                };
        groups.add(new DefaultGroupDescription(
                device,
                entry.getGroupType() == OFGroupType.SELECT ? GroupDescription.Type.SELECT : GroupDescription.Type.ALL,
                buckets,
                new DefaultGroupKey(Integer.toHexString(id).getBytes(StandardCharsets.US_ASCII)),
                id,
                null));
    }

    int size() {
        return flows.size() + groups.size() + foreign;
    }

    SwitchState state() {
        return new SwitchState(flows, groups, foreign);
    }
}
