package io.heddle.topology.generate;

import io.heddle.model.fabric.Attachment;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.spec.GeneratorSpec.Clos;
import io.heddle.topology.spec.NodeGroup;
import io.heddle.topology.spec.PairMode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a Clos spec must satisfy before it can be drawn. */
final class ClosCheck {

    /** More devices than this are a slip of the pen: the largest fabrics have some 100,000 servers. */
    static final long MOST_DEVICES = 1_000_000;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,39}");

    private final Clos spec;
    private final Faults faults;

    ClosCheck(Clos spec, Faults faults) {
        this.spec = spec;
        this.faults = faults;
    }

    void run() {
        atLeast("racks", spec.racks(), 1);
        atLeast("groups", spec.groups(), 1);
        atLeast("spines", spec.spines(), 0);
        atLeast("peer-links", spec.peerLinks(), 0);
        atLeast("border-leafs", spec.borderLeafs(), 0);
        atLeast("super-spines-per-plane", spec.superSpinesPerPlane(), 0);
        tiers();
        pairs();
        exits();
        Set<String> kinds = new HashSet<>();
        for (NodeGroup each : spec.nodes()) {
            if (!kinds.add(each.kind())) {
                faults.add(
                        "nodes",
                        "two groups of kind '" + each.kind() + "'",
                        "one group a kind: node names come from it");
            }
            if (Set.of("leaf", "spine", "super", "border", "oob", "rack").contains(each.kind())) {
                faults.add("nodes", "kind '" + each.kind() + "'", "a kind that is no name stem of switches");
            }
            group(each);
        }
        size();
    }

    private void tiers() {
        if (spec.spines() == 0) {
            if (spec.racks() > 1) {
                faults.add("spines", "0 under " + spec.racks() + " racks", "at least 1, or a single rack");
            }
            if (spec.borderLeafs() > 0) {
                faults.add("border-leafs", spec.borderLeafs() + " without a spine", "0: exits are cabled to the leafs");
            }
        } else {
            atLeast("links-per-spine", spec.linksPerSpine(), 1);
            if (spec.spine().isEmpty()) {
                faults.add("spine", "no device", "the spines' device");
            }
        }
        if (spec.groups() > 1) {
            if (spec.spines() == 0
                    || spec.superSpinesPerPlane() < 1
                    || spec.superSpine().isEmpty()) {
                faults.add(
                        "groups",
                        spec.groups() + " with " + spec.spines() + " spines and " + spec.superSpinesPerPlane()
                                + " super-spines a plane",
                        "spines, and super-spines to join the groups");
            }
            atLeast("links-per-super-spine", spec.linksPerSuperSpine(), 1);
            if (spec.groups() > spec.racks()) {
                faults.add("groups", spec.groups() + " for " + spec.racks() + " racks", "no more groups than racks");
            }
        } else if (spec.superSpinesPerPlane() > 0) {
            faults.add(
                    "super-spines-per-plane", spec.superSpinesPerPlane() + " with one group", "0, or several groups");
        }
    }

    private void pairs() {
        boolean noPeerLink = spec.pairMode() == PairMode.SINGLE || spec.pairMode() == PairMode.ETHERNET_SEGMENT;
        if (noPeerLink && spec.peerLinks() > 0 && !spec.spinesArePair()) {
            faults.add("peer-links", spec.peerLinks() + " with pair mode " + spec.pairMode(), "0");
        }
        if (spec.spinesArePair() && (spec.spines() != 2 || spec.groups() != 1)) {
            faults.add(
                    "spines-are-pair",
                    spec.spines() + " spines in " + spec.groups() + " groups",
                    "2 spines in one group: an MLAG pair is two switches");
        }
    }

    private void exits() {
        spec.exits().forEach(each -> named("exits", "name", each.name()));
        if (!spec.exits().isEmpty() && spec.spines() > 0 && spec.borderLeafs() == 0) {
            faults.add("exits", spec.exits().size() + " without a border leaf", "at least 1 border leaf");
        }
    }

    private void group(NodeGroup group) {
        String where = "nodes '" + group.kind() + "'";
        named(where, "kind", group.kind());
        if (group.count() < 0) {
            faults.add(where, "count " + group.count(), "0 or more");
        }
        if (group.attachment() == Attachment.L3 && !group.bonds().isEmpty()) {
            faults.add(where, "L3 attachment with bonds", "no bond: each link is a routed session");
        }
        Set<String> ports = new HashSet<>();
        for (NodeGroup.CardTemplate card : group.cards()) {
            named(where, "card", card.name());
            if (card.ports() < 1 || card.ports() > 64) {
                faults.add(where, "card '" + card.name() + "' with " + card.ports() + " ports", "1 to 64");
                continue;
            }
            if (!ports.add(card.name() + ".1")) {
                faults.add(where, "two cards named '" + card.name() + "'", "one");
            }
            for (int i = 2; i <= card.ports(); i++) {
                ports.add(card.name() + "." + i);
            }
            if (card.outOfBand() && spec.outOfBand().isEmpty()) {
                faults.add(where, "out-of-band card '" + card.name() + "'", "an out-of-band switch in the rack");
            }
        }
        Set<String> bonded = new HashSet<>();
        for (NodeGroup.BondTemplate bond : group.bonds()) {
            named(where, "bond", bond.name());
            if (bond.members().isEmpty()) {
                faults.add(where, "bond '" + bond.name() + "' without members", "at least one");
            }
            for (String member : bond.members()) {
                if (!ports.contains(member)) {
                    faults.add(
                            where, "bond member '" + member + "'", "one of " + String.join(", ", new TreeSet<>(ports)));
                } else if (!bonded.add(member)) {
                    faults.add(where, "bond member '" + member + "' twice", "a port in one bond");
                }
            }
        }
    }

    private void named(String where, String what, String name) {
        if (!NAME.matcher(name).matches()) {
            faults.add(
                    where,
                    what + " '" + name + "'",
                    "letters, digits, '.', '-' and '_', starting with a letter, at most 40");
        }
    }

    private void size() {
        long nodes = 0;
        for (NodeGroup each : spec.nodes()) {
            nodes += Math.max(0, each.count());
        }
        long devices = (nodes + 3) * Math.max(0, spec.racks())
                + (long) Math.max(0, spec.groups()) * Math.max(0, spec.spines())
                + (long) Math.max(0, spec.superSpinesPerPlane()) * Math.max(0, spec.spines());
        if (devices > MOST_DEVICES) {
            faults.add("racks", devices + " devices", "at most " + MOST_DEVICES);
        }
    }

    private void atLeast(String where, int found, int least) {
        if (found < least) {
            faults.add(where, Integer.toString(found), "at least " + least);
        }
    }
}
