package io.heddle.topology.file;

import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.net.Bandwidth;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.Optional;

/** The part of a generated Clos above the leafs; a rack pair has none of it. */
record Tiers(
        int racks,
        Bandwidth uplinkSpeed,
        int groups,
        int spines,
        Optional<ProfileRef> spine,
        int linksPerSpine,
        boolean spinesArePair,
        int superSpinesPerPlane,
        Optional<ProfileRef> superSpine,
        int linksPerSuperSpine) {

    /** What a kind does not have is one rack, one group and no spine. */
    static Tiers read(YamlMapping given, FabricScope scope) {
        int racks = given.atIfKnown("racks").integer(1, Sizes.RACKS, 1);
        YamlNode groupsNode = given.atIfKnown("groups");
        int groups = groupsNode.integer(2, Sizes.RACKS, 1);
        if (groups > racks) {
            groupsNode.wrong(groups + " groups", "at most as many as racks, " + racks);
        }
        YamlNode spinesNode = given.atIfKnown("spines");
        int spines = spinesNode.integer(1, Sizes.SWITCHES_OF_A_KIND, 0);
        YamlNode pairNode = given.atIfKnown("spines-are-pair");
        boolean arePair = pairNode.bool(false);
        if (arePair && spines != 2) {
            pairNode.wrong("a pair of " + spines + " spines", "spines: 2, since an MLAG pair is of two");
        }
        return new Tiers(
                racks,
                Words.speed(given.atIfKnown("uplink-speed")).orElse(Bandwidth.NONE),
                groups,
                spines,
                Words.profile(given.atIfKnown("spine"), scope),
                given.atIfKnown("links-per-spine").integer(1, Sizes.CABLES_BETWEEN_TWO, 1),
                arePair,
                given.atIfKnown("super-spines-per-plane").integer(1, Sizes.SWITCHES_OF_A_KIND, 0),
                Words.profile(given.atIfKnown("super-spine"), scope),
                given.atIfKnown("links-per-super-spine").integer(1, Sizes.CABLES_BETWEEN_TWO, 1));
    }

    /** Cables from one leaf upwards. */
    long uplinks() {
        return (long) spines * linksPerSpine;
    }

    /** Cables from all spines upwards. */
    long superLinks() {
        return (long) groups * spines * superSpinesPerPlane * linksPerSuperSpine;
    }
}
