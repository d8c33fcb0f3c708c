package io.heddle.topology.check;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.fabric.Switch;
import io.heddle.model.net.Bandwidth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** MLAG pairs: two alike, and the cables between them. */
final class MlagChecks {

    private final Fabric fabric;
    private final PortIndex ports;
    private final Findings findings;
    private final Set<Link> cables;

    private MlagChecks(Fabric fabric, PortIndex ports, Findings findings) {
        this.fabric = fabric;
        this.ports = ports;
        this.findings = findings;
        cables = new HashSet<>(fabric.links());
    }

    static void check(Fabric fabric, PortIndex ports, Findings findings) {
        MlagChecks checks = new MlagChecks(fabric, ports, findings);
        for (MlagPair pair : fabric.mlagPairs()) {
            checks.checkPeers(pair);
            checks.checkPeerLink(pair);
        }
    }

    private void checkPeers(MlagPair pair) {
        Optional<Switch> first = fabric.findSwitch(pair.first());
        Optional<Switch> second = fabric.findSwitch(pair.second());
        if (first.isEmpty() || second.isEmpty()) {
            findings.error(
                    Rule.MLAG_PEERS,
                    subject(pair),
                    "peer " + (first.isEmpty() ? pair.first() : pair.second()) + ", which is no switch of the fabric",
                    "two switches");
            return;
        }
        String one = kind(first.get());
        String other = kind(second.get());
        if (!one.equals(other)) {
            findings.error(Rule.MLAG_PEERS, subject(pair), one + " beside " + other, "two alike");
        }
    }

    private static String kind(Switch each) {
        return each.role() + " " + each.profile().device() + " with "
                + each.profile().os();
    }

    private void checkPeerLink(MlagPair pair) {
        Set<Bandwidth> speeds = new TreeSet<>();
        Bandwidth total = Bandwidth.NONE;
        for (Link link : pair.peerLink()) {
            speeds.add(ports.speed(link));
            total = total.plus(ports.speed(link));
            if (!link.touches(pair.first()) || !link.touches(pair.second()) || !cables.contains(link)) {
                findings.error(
                        Rule.MLAG_PEER_LINK,
                        subject(pair),
                        "peer link " + link + ", which is no cable between the two",
                        "cables between " + pair.first() + " and " + pair.second());
            }
        }
        if (pair.peerLink().isEmpty() && isAlone(pair)) {
            findings.error(
                    Rule.MLAG_PEER_LINK, subject(pair), "no peer link and no spine above", "at least two cables");
        } else if (pair.peerLink().isEmpty()) {
            findings.warning(
                    Rule.MLAG_PEER_LINK,
                    subject(pair),
                    "no peer link",
                    "at least two cables, or an operating system that peers over the fabric");
        } else if (pair.peerLink().size() == 1) {
            findings.warning(
                    Rule.MLAG_PEER_LINK, subject(pair), "a single cable", "at least two, so that one may break");
        }
        if (speeds.size() > 1) {
            findings.error(
                    Rule.MLAG_PEER_LINK,
                    subject(pair),
                    "cables of several speeds: " + speeds,
                    "cables of one speed, since they are a bond");
        }
        Bandwidth uplinks = uplinks(pair);
        if (!pair.peerLink().isEmpty() && total.compareTo(uplinks) < 0) {
            findings.info(
                    Rule.MLAG_PEER_LINK,
                    subject(pair),
                    total + " between leafs that have " + uplinks + " of uplinks each",
                    "to know that a leaf without uplinks sends all of its traffic over the peer link");
        }
    }

    private boolean isAlone(MlagPair pair) {
        return uplinks(pair).equals(Bandwidth.NONE);
    }

    /** The smaller of the two leafs' bandwidth towards higher tiers. */
    private Bandwidth uplinks(MlagPair pair) {
        Bandwidth first = Oversubscription.up(fabric, ports, pair.first());
        Bandwidth second = Oversubscription.up(fabric, ports, pair.second());
        return first.compareTo(second) < 0 ? first : second;
    }

    private static String subject(MlagPair pair) {
        return "MLAG pair " + pair.name();
    }
}
