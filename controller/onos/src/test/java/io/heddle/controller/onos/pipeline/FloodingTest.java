package io.heddle.controller.onos.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.Irb;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FloodEntry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficTreatment;
import org.onosproject.net.flow.criteria.Criterion;
import org.onosproject.net.flow.criteria.MetadataCriterion;
import org.onosproject.net.flow.criteria.PortCriterion;
import org.onosproject.net.group.GroupBucket;
import org.onosproject.net.group.GroupDescription;

/** Where a flooded frame leaves, after where it came in. Ports have their number as name, tunnels 101 and 102. */
class FloodingTest {

    private static final VlanId EVEN = new VlanId(10);
    private static final VlanId ODD = new VlanId(11);
    private static final IpAddress OWN = IpAddress.parse("10.255.0.1");
    private static final IpAddress SIBLING = IpAddress.parse("10.255.0.2");
    private static final IpAddress FAR = IpAddress.parse("10.255.0.3");
    private static final long ANY_PORT = 0;
    private static final long ANY_TUNNEL = -1;
    private static final long TO_SIBLING = 101;
    private static final long TO_FAR = 102;

    @Test
    void withoutSharedBondsAFrameFromATunnelGoesToPortsAlone() {
        SwitchProgram program = segments(Map.of());

        assertThat(exits(program, EVEN, ANY_PORT)).containsExactly(1L, 2L, TO_SIBLING, TO_FAR);
        assertThat(exits(program, EVEN, ANY_TUNNEL)).containsExactly(1L, 2L);
    }

    @Test
    void onlyTheDesignatedForwarderSendsWhatCameByATunnelToASegment() {
        SwitchProgram program = segments(Map.of("port1", new Sharing(List.of(SIBLING))));

        // RFC 7432 section 8.5: of two, the first for even VLANs, the second for odd ones.
        assertThat(exits(program, EVEN, ANY_TUNNEL)).containsExactly(1L, 2L);
        assertThat(exits(program, ODD, ANY_TUNNEL)).containsExactly(2L);
        assertThat(exits(program, ODD, ANY_PORT)).as("local bias").containsExactly(1L, 2L, TO_SIBLING, TO_FAR);
    }

    @Test
    void whatALeafOfTheSameSegmentSendsDoesNotGoToTheSegmentAgain() {
        SwitchProgram program = segments(Map.of("port1", new Sharing(List.of(SIBLING))));

        assertThat(exits(program, EVEN, TO_SIBLING)).containsExactly(2L);
        assertThat(exits(program, ODD, TO_SIBLING)).containsExactly(2L);
    }

    @Test
    void aFrameFromThePeerLinkGoesOnlyWhereTheOtherLeafCannotSendIt() {
        SwitchProgram program = pair(Map.of("port1", new Sharing(List.of())));

        assertThat(exits(program, EVEN, 4)).containsExactly(2L);
        assertThat(exits(program, EVEN, 1)).as("from a bond that both have").containsExactly(1L, 2L, 4L);
        assertThat(exits(pair(Map.of()), EVEN, 4))
                .as("the other leaf lost its half")
                .containsExactly(1L, 2L);
    }

    @Test
    void whatCameByAMemberOfABondDoesNotLeaveByTheOthers() {
        SwitchProgram program = compile(
                List.of(port("port1", List.of(1), false), port("bond", List.of(2, 3), false)),
                Optional.empty(),
                Map.of());

        assertThat(exits(program, EVEN, 2)).containsExactly(1L);
        assertThat(exits(program, EVEN, 3)).containsExactly(1L);
        assertThat(exits(program, EVEN, ANY_PORT)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aFrameThatMayGoNowhereIsDroppedAndNotFloodedToAll() {
        SwitchProgram program = compile(List.of(port("peerlink", List.of(4), true)), Optional.empty(), Map.of());

        assertThat(exits(program, EVEN, 4)).isEmpty();
    }

    /** Port 1 on a segment, port 2 not; two VTEPs beyond. */
    private static SwitchProgram segments(Map<String, Sharing> shared) {
        return compile(
                List.of(port("port1", List.of(1), false), port("port2", List.of(2), false)),
                Optional.of(new Vtep(OWN, Optional.empty(), false)),
                shared);
    }

    /** Port 1 of an MLAG pair, port 2 of this leaf alone, the peer link on port 4. */
    private static SwitchProgram pair(Map<String, Sharing> shared) {
        return compile(
                List.of(
                        port("port1", List.of(1), false),
                        port("port2", List.of(2), false),
                        port("peerlink", List.of(4), true)),
                Optional.empty(),
                shared);
    }

    private static SwitchProgram compile(List<BridgePort> ports, Optional<Vtep> vtep, Map<String, Sharing> shared) {
        SwitchConfig config = new SwitchConfig(
                DeviceName.of("leaf-1"),
                List.of(),
                List.of(),
                ports,
                List.of(vlan(EVEN, vtep.isPresent()), vlan(ODD, vtep.isPresent())),
                List.of(),
                vtep,
                Irb.NONE,
                Optional.empty(),
                false,
                List.of(),
                Optional.empty());
        List<FloodEntry> lists = vtep.isEmpty()
                ? List.of()
                : List.of(
                        new FloodEntry(vni(EVEN), SIBLING),
                        new FloodEntry(vni(EVEN), FAR),
                        new FloodEntry(vni(ODD), SIBLING),
                        new FloodEntry(vni(ODD), FAR));
        return SwitchCompiler.compile(
                config,
                ExplicitTables.of(config, List.of(), List.of(), List.of(), lists),
                new Wiring(
                        Mac.parse("02:00:00:00:00:01"),
                        Map.of(name(1), 1, name(2), 2, name(3), 3, name(4), 4),
                        Map.of(SIBLING, (int) TO_SIBLING, FAR, (int) TO_FAR),
                        Map.of(),
                        Map.of(),
                        shared));
    }

    private static PortName name(int port) {
        return PortName.of("swp" + port);
    }

    private static Vni vni(VlanId vlan) {
        return new Vni(1000 + vlan.value());
    }

    private static VlanConfig vlan(VlanId vlan, boolean overlay) {
        return new VlanConfig(
                vlan,
                NetworkName.of("vlan-" + vlan.value()),
                overlay ? Optional.of(vni(vlan)) : Optional.empty(),
                RouteTargets.AUTOMATIC,
                Optional.empty());
    }

    private static BridgePort port(String name, List<Integer> members, boolean peerLink) {
        return new BridgePort(
                name,
                members.stream().map(FloodingTest::name).toList(),
                DeviceName.of("somebody"),
                List.of(EVEN, ODD),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                peerLink,
                1500);
    }

    /** By which ports a frame for everybody leaves that came in by one; as OpenFlow has it, not by that one. */
    private static Set<Long> exits(SwitchProgram program, VlanId vlan, long from) {
        FlowRule rule = program.flows().stream()
                .filter(each -> Stage.tableOf(each) == Stage.BRIDGE.table()
                        && new Selected(each).vlan().filter(vlan::equals).isPresent()
                        && new Selected(each).destination().isEmpty()
                        && matches(each, from))
                .max((a, b) -> Integer.compare(a.priority(), b.priority()))
                .orElseThrow();
        TreeSet<Long> exits = new TreeSet<>();
        ports(program, rule.treatment(), exits);
        return exits;
    }

    private static boolean matches(FlowRule rule, long from) {
        boolean tunnel = from == ANY_TUNNEL || from == TO_SIBLING || from == TO_FAR;
        return (!(rule.selector().getCriterion(Criterion.Type.METADATA) instanceof MetadataCriterion metadata)
                        || tunnel == (metadata.metadata() == Classify.FROM_TUNNEL))
                && (!(rule.selector().getCriterion(Criterion.Type.IN_PORT) instanceof PortCriterion port)
                        || port.port().toLong() == from);
    }

    private static void ports(SwitchProgram program, TrafficTreatment treatment, Set<Long> exits) {
        Effect effect = Effect.of(treatment);
        effect.port().ifPresent(exits::add);
        if (effect.group().isPresent()) {
            Map<Integer, GroupDescription> groups =
                    program.groups().stream().collect(Collectors.toMap(GroupDescription::givenGroupId, each -> each));
            for (GroupBucket each : Objects.requireNonNull(
                            groups.get(effect.group().getAsInt()))
                    .buckets()
                    .buckets()) {
                ports(program, each.treatment(), exits);
            }
        }
    }
}
