package io.heddle.controller.onos.pipeline;

import static io.heddle.controller.onos.pipeline.Draft.act;
import static io.heddle.controller.onos.pipeline.Draft.match;

import io.heddle.controller.onos.OnosNet;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.SwitchTables;
import org.onlab.packet.EthType.EtherType;
import org.onlab.packet.IpPrefix;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;

/** Table 4: hosts on connected VLANs. A packet to somebody unknown is dropped: every host that has spoken is in the tables. */
final class Neighbors {

    private Neighbors() {}

    static void add(Draft draft, SwitchTables tables) {
        tables.neighbors().sorted().forEach(each -> neighbor(draft, each));
    }

    private static void neighbor(Draft draft, NeighborEntry entry) {
        IpPrefix host = OnosNet.prefix(Prefix.host(entry.address()));
        TrafficSelector.Builder match = match().matchMetadata(entry.vlan().value());
        match = entry.address().isV4()
                ? match.matchEthType(EtherType.IPV4.ethType().toShort()).matchIPDst(host)
                : match.matchEthType(EtherType.IPV6.ethType().toShort()).matchIPv6Dst(host);
        draft.flow(
                Stage.NEIGHBOR, 100, Cookie.of(EntryClass.NEIGHBOR), match, toHost(draft, entry.vlan(), entry.mac()));
    }

    /** To a host of a VLAN, through the bridge, which knows its port. */
    static TrafficTreatment toHost(Draft draft, VlanId vlan, Mac mac) {
        return act().decNwTtl()
                .setEthSrc(OnosNet.mac(draft.wiring.routerMac()))
                .setEthDst(OnosNet.mac(mac))
                .pushVlan()
                .setVlanId(Classify.vlan(vlan))
                .extension(SwitchAction.FORGET_IN_PORT.treatment(), draft.device)
                .writeMetadata(Classify.FROM_PORT, Classify.WHOLE)
                .transition(Stage.BRIDGE.table())
                .build();
    }
}
