package io.heddle.controller.onos.openflow;

import io.heddle.controller.onos.change.Change;
import io.heddle.controller.onos.pipeline.Cookie;
import io.heddle.controller.onos.pipeline.Stage;
import java.util.List;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.instructions.Instructions.OutputInstruction;
import org.onosproject.net.group.GroupBucket;
import org.onosproject.net.group.GroupDescription;
import org.projectfloodlight.openflow.protocol.OFBucket;
import org.projectfloodlight.openflow.protocol.OFFlowMod;
import org.projectfloodlight.openflow.protocol.OFGroupType;
import org.projectfloodlight.openflow.protocol.OFMessage;
import org.projectfloodlight.openflow.types.OFBufferId;
import org.projectfloodlight.openflow.types.OFGroup;
import org.projectfloodlight.openflow.types.OFPort;
import org.projectfloodlight.openflow.types.TableId;
import org.projectfloodlight.openflow.types.U64;

/** Changes as flow-mod and group-mod messages (OpenFlow 1.3.5 sections 7.3.4.1 and 7.3.4.2). */
final class Messages {

    private Messages() {}

    static OFMessage of(Change change, long xid) {
        return switch (change) {
            case Change.PutFlow(var flow) ->
                flowMod(Wire.FACTORY.buildFlowAdd(), flow, xid)
                        .setInstructions(Actions.toWire(Wire.FACTORY, flow.treatment()))
                        .build();
            case Change.RemoveFlow(var flow) ->
                flowMod(Wire.FACTORY.buildFlowDeleteStrict(), flow, xid).build();
            case Change.AddGroup(var group) ->
                Wire.FACTORY
                        .buildGroupAdd()
                        .setXid(xid)
                        .setGroup(OFGroup.of(group.givenGroupId()))
                        .setGroupType(type(group))
                        .setBuckets(buckets(group))
                        .build();
            case Change.ModifyGroup(var group) ->
                Wire.FACTORY
                        .buildGroupModify()
                        .setXid(xid)
                        .setGroup(OFGroup.of(group.givenGroupId()))
                        .setGroupType(type(group))
                        .setBuckets(buckets(group))
                        .build();
            case Change.RemoveGroup(var group) ->
                Wire.FACTORY
                        .buildGroupDelete()
                        .setXid(xid)
                        .setGroup(OFGroup.of(group.givenGroupId()))
                        .setGroupType(type(group))
                        .build();
        };
    }

    private static OFFlowMod.Builder flowMod(OFFlowMod.Builder mod, FlowRule flow, long xid) {
        return mod.setXid(xid)
                .setCookie(U64.of(flow.id().value()))
                .setCookieMask(U64.of(Cookie.OWNER_MASK))
                .setTableId(TableId.of(Stage.tableOf(flow)))
                .setPriority(flow.priority())
                .setBufferId(OFBufferId.NO_BUFFER)
                .setOutPort(OFPort.ANY)
                .setOutGroup(OFGroup.ANY)
                .setMatch(Matches.toWire(Wire.FACTORY, flow.selector()));
    }

    private static OFGroupType type(GroupDescription group) {
        return switch (group.type()) {
            case SELECT -> OFGroupType.SELECT;
            case ALL -> OFGroupType.ALL;
            case INDIRECT, FAILOVER, CLONE -> throw new IllegalArgumentException("no group of ours is " + group.type());
        };
    }

    private static List<OFBucket> buckets(GroupDescription group) {
        boolean select = group.type() == GroupDescription.Type.SELECT;
        return group.buckets().buckets().stream()
                .map(each -> bucket(each, select))
                .toList();
    }

    /** A bucket of a select group watches the port it leads to: when the link goes, the switch itself stops choosing it. */
    private static OFBucket bucket(GroupBucket bucket, boolean select) {
        OFPort watched = select
                ? bucket.treatment().immediate().stream()
                        .filter(OutputInstruction.class::isInstance)
                        .map(each -> Ports.toWire(((OutputInstruction) each).port()))
                        .findFirst()
                        .orElse(OFPort.ANY)
                : OFPort.ANY;
        return Wire.FACTORY
                .buildBucket()
                .setWeight(select ? 1 : 0)
                .setWatchPort(watched)
                .setWatchGroup(OFGroup.ANY)
                .setActions(Actions.actions(Wire.FACTORY, bucket.treatment()))
                .build();
    }
}
