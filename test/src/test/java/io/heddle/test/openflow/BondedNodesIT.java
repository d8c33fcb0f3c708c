package io.heddle.test.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortRef;
import io.heddle.test.fabrics.PlannedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Nodes whose bond has a member at each of two Open vSwitch leafs, which one daemon sets up and tells. The bond at the node's end is Open vSwitch's
 * too, since not every kernel has one of its own.
 */
class BondedNodesIT {

    private static final DeviceName LEAF = DeviceName.of("leaf-1-1");
    private static final DeviceName OTHER_LEAF = DeviceName.of("leaf-1-2");
    private static final String NOBODY = "10.10.0.5";

    private @Nullable OvsBed bed;

    @AfterEach
    void takeDown() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    /** A node: its own system on a bridge with the bond, and a pod behind it. */
    private record Bonded(PlannedNode planned, Ovs ovs, Space pod) {

        String address() {
            return planned.pod(0).toString();
        }

        boolean hasBothLeafs() throws Exception {
            String bond = ovs.appctl("bond/show", "bond0");
            return bond.contains("lacp_status: negotiated")
                    && bond.lines()
                                    .filter(each -> each.matches("member .*: enabled"))
                                    .count()
                            == 2;
        }
    }

    @Test
    void bothLeafsAreOnePartnerNothingIsDoubledAndOneOfThemMayDie() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/tcpdump")), "tcpdump is not installed");
        OvsBed here = OvsBed.create();
        bed = here;
        PlannedOvs fabric = PlannedOvs.build(here, PlannedFile.beside(BondedNodesIT.class, "leaf-pair.yaml"));
        Bonded a = bonded(here, fabric, "node-1-1", "a");
        Bonded b = bonded(here, fabric, "node-1-2", "b");
        try (ToldDaemon daemon = fabric.daemonWithDatabases()) {
            daemon.report(a.planned().attached());
            daemon.report(b.planned().attached());
            for (Bonded each : List.of(a, b)) {
                OvsBed.until("the bond has both leafs", each::hasBothLeafs);
            }
            daemon.settled();
            OvsBed.until("pods reach each other", () -> a.pod().reaches(b.address()));

            theWholeVlanHearsOnce(here, a, b);

            // One node loses a cable: what its leaf gets for it goes over the peer link.
            String cable = fabric.port(LEAF, b.planned().name()).name().value();
            fabric.of(LEAF).space().ip("link set dev " + cable + " down");
            OvsBed.until("it is noticed", () -> daemon.log().contains("\"cable\":\"leaf-1-1:" + cable));
            OvsBed.until(
                    "pods reach each other",
                    () -> a.pod().reaches(b.address()) && b.pod().reaches(a.address()));
            theWholeVlanHearsOnce(here, a, b);
            fabric.of(LEAF).space().ip("link set dev " + cable + " up");
            OvsBed.until("the bond has both leafs", b::hasBothLeafs);
            daemon.settled();

            for (DeviceName each : List.of(LEAF, OTHER_LEAF)) {
                try (Pinging pinging = Pinging.start(here, a.pod(), b.address())) {
                    pinging.awaitAnswers(20);
                    fabric.power(each, false);
                    pinging.awaitAnswers(50);
                }
                OvsBed.until("both ways", () -> b.pod().reaches(a.address()));
                fabric.power(each, true);
                for (Bonded node : List.of(a, b)) {
                    OvsBed.until("the bond has both leafs", node::hasBothLeafs);
                }
                daemon.settled();
            }
        } catch (Exception | AssertionError e) {
            StringBuilder seen = new StringBuilder(String.valueOf(e.getMessage()));
            seen.append(a.ovs().appctl("bond/show")).append(b.ovs().appctl("bond/show"));
            for (Ovs each : fabric.all().values()) {
                seen.append(each.ofctl("dump-flows", "br0"))
                        .append(each.ofctl("dump-groups", "br0"))
                        .append(each.appctl("lacp/show"));
            }
            throw new AssertionError(
                    seen + a.ovs().appctl("lacp/show") + b.ovs().appctl("lacp/show"), e);
        }
    }

    /** What one node asks everybody comes to the other once, and not back to itself. */
    private static void theWholeVlanHearsOnce(OvsBed here, Bonded a, Bonded b) throws Exception {
        String question = "arp[6:2] = 1 and arp dst host " + NOBODY;
        Space from = a.ovs().space();
        try (Frames sent = Frames.count(here, from, "brn", "out", question);
                Frames back = Frames.count(here, from, "brn", "in", question);
                Frames heard = Frames.count(here, b.ovs().space(), "brn", "in", question)) {
            try (Pinging _ = Pinging.start(here, from, NOBODY)) {
                OvsBed.until("enough was asked", () -> sent.seen() >= 5);
            }
            OvsBed.until("all is heard", () -> heard.seen() >= sent.seen());
            assertThat(heard.seen()).isEqualTo(sent.seen());
            assertThat(back.seen()).isZero();
        }
    }

    private static Bonded bonded(OvsBed here, PlannedOvs fabric, String name, String letter) throws Exception {
        PlannedNode planned = new PlannedNode(fabric.plan(), DeviceName.of(name));
        Space node = here.space(letter);
        List<String> members = new ArrayList<>();
        for (Link each : fabric.plan().fabric().links()) {
            for (PortRef end : List.of(each.a(), each.b())) {
                if (end.device().equals(planned.name())) {
                    PortRef leaf = each.otherEnd(end);
                    here.link(
                            fabric.of(leaf.device()).space(),
                            leaf.port().value(),
                            node,
                            end.port().value());
                    members.add(end.port().value());
                }
            }
        }
        Ovs ovs = here.ovs(node);
        NodeProgram.NetworkInterface card = fabric.plan()
                .config()
                .findNode(planned.name())
                .orElseThrow()
                .interfaces()
                .getFirst();
        ovs.vsctl(
                "add-br",
                "brn",
                "--",
                "set",
                "bridge",
                "brn",
                "datapath_type=netdev",
                "other-config:hwaddr=" + card.mac());
        ovs.vsctl(
                "add-bond",
                "brn",
                "bond0",
                members.get(0),
                members.get(1),
                "bond_mode=balance-tcp",
                "lacp=active",
                "other-config:lacp-time=fast");
        node.ip("link set dev brn up");
        planned.addressed(node, "brn");
        return new Bonded(planned, ovs, planned.podBehind(here, node, letter, 0));
    }
}
