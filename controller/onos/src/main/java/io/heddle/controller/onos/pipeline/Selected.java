package io.heddle.controller.onos.pipeline;

import io.heddle.controller.onos.OnosNet;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import java.util.Optional;
import java.util.OptionalLong;
import org.onlab.packet.EthType.EtherType;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.EthCriterion;
import org.onosproject.net.flow.criteria.EthTypeCriterion;
import org.onosproject.net.flow.criteria.IPCriterion;
import org.onosproject.net.flow.criteria.MetadataCriterion;
import org.onosproject.net.flow.criteria.VlanIdCriterion;

/** What a rule matches, in Heddle's words. */
record Selected(FlowRule flow) {

    private static final Prefix ALL_V4 = new Prefix(IpAddress.v4(0), 0);
    private static final Prefix ALL_V6 = new Prefix(IpAddress.v6(0, 0), 0);

    OptionalLong metadata() {
        return flow.selector().getCriterion(Criterion.Type.METADATA) instanceof MetadataCriterion metadata
                ? OptionalLong.of(metadata.metadata())
                : OptionalLong.empty();
    }

    Optional<VlanId> vlan() {
        return flow.selector().getCriterion(Criterion.Type.VLAN_VID) instanceof VlanIdCriterion vlan
                        && vlan.vlanId().toShort() > 0
                ? Optional.of(new VlanId(vlan.vlanId().toShort()))
                : Optional.empty();
    }

    Optional<Mac> destination() {
        return flow.selector().getCriterion(Criterion.Type.ETH_DST) instanceof EthCriterion mac
                ? Optional.of(OnosNet.mac(mac.mac()))
                : Optional.empty();
    }

    /** The prefix of a route or host; without one in the match it is everything of its family. */
    Optional<Prefix> prefix() {
        if (flow.selector().getCriterion(Criterion.Type.IPV4_DST) instanceof IPCriterion v4) {
            return Optional.of(OnosNet.prefix(v4.ip()));
        }
        if (flow.selector().getCriterion(Criterion.Type.IPV6_DST) instanceof IPCriterion v6) {
            return Optional.of(OnosNet.prefix(v6.ip()));
        }
        return flow.selector().getCriterion(Criterion.Type.ETH_TYPE) instanceof EthTypeCriterion type
                ? Optional.of(type.ethType().equals(EtherType.IPV4.ethType()) ? ALL_V4 : ALL_V6)
                : Optional.empty();
    }
}
