package io.heddle.topology.wiring;

import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.Rack;
import io.heddle.model.fabric.RackName;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each device counts to. A <em>site</em> is what shares leafs: a rack; racks whose leafs form an MLAG pair are one site, and a
 * leaf that stands in no rack makes a site of its own. A node belongs to the site of the first leaf it is cabled to. Border leafs
 * belong to none.
 *
 * <p>Positions are dense and count in the fabric's order, so that whatever is added at the end moves nothing before it.
 */
public final class Sites {

    /** Of a border leaf, spine, or anything else outside the racks. */
    public static final int NONE = -1;

    private final int[] siteOf;
    private final int[] positionOf;
    private final int[] podPositionOf;
    private final List<String> names = new ArrayList<>();
    private int mostLeafs;
    private int mostNodes;
    private int mostPodNodes;

    private Sites(Wiring wiring) {
        siteOf = new int[wiring.size()];
        positionOf = new int[wiring.size()];
        podPositionOf = new int[wiring.size()];
        Arrays.fill(siteOf, NONE);
        placeLeafs(wiring);
        placeNodes(wiring);
        countByTier(wiring);
    }

    public static Sites of(Wiring wiring) {
        return new Sites(wiring);
    }

    private void placeLeafs(Wiring wiring) {
        Map<RackName, Integer> siteOfRack = new HashMap<>();
        for (Rack each : wiring.fabric().racks()) {
            siteOfRack.putIfAbsent(each.name(), names.size());
            names.add(each.name().value());
        }
        for (int i = 0; i < wiring.switchCount(); i++) {
            Switch each = wiring.switchAt(i);
            if (each.role() == SwitchRole.LEAF) {
                Integer ofRack = each.rack().map(siteOfRack::get).orElse(null);
                siteOf[i] = ofRack != null ? ofRack : names.size();
                if (ofRack == null) {
                    names.add(each.name().value());
                }
            }
        }
        for (MlagPair each : wiring.fabric().mlagPairs()) {
            int first = wiring.number(each.first());
            int second = wiring.number(each.second());
            if (siteOf[first] != NONE && siteOf[second] != NONE) {
                siteOf[second] = siteOf[first];
            }
        }
        int[] count = new int[names.size()];
        for (int i = 0; i < wiring.switchCount(); i++) {
            if (siteOf[i] != NONE) {
                positionOf[i] = count[siteOf[i]]++;
                mostLeafs = Math.max(mostLeafs, count[siteOf[i]]);
            }
        }
    }

    private void placeNodes(Wiring wiring) {
        int first = wiring.switchCount();
        boolean strays = false;
        for (int i = first; i < first + wiring.nodeCount(); i++) {
            for (Cable each : wiring.cables(i)) {
                if (siteOf[each.peer()] != NONE && wiring.isSwitch(each.peer())) {
                    siteOf[i] = siteOf[each.peer()];
                    break;
                }
            }
            if (siteOf[i] == NONE) {
                strays = true;
                siteOf[i] = names.size();
            }
        }
        if (strays) {
            names.add("elsewhere");
        }
        int[] count = new int[names.size()];
        int[] podCount = new int[names.size()];
        for (int i = first; i < first + wiring.nodeCount(); i++) {
            positionOf[i] = count[siteOf[i]]++;
            mostNodes = Math.max(mostNodes, count[siteOf[i]]);
            if (wiring.nodeAt(i).runsPods()) {
                podPositionOf[i] = podCount[siteOf[i]]++;
                mostPodNodes = Math.max(mostPodNodes, podCount[siteOf[i]]);
            }
        }
    }

    /** Outside the sites, a position counts the devices of one role. */
    private void countByTier(Wiring wiring) {
        int[] count = new int[SwitchRole.values().length];
        for (int i = 0; i < wiring.switchCount(); i++) {
            if (siteOf[i] == NONE) {
                positionOf[i] = count[wiring.switchAt(i).role().ordinal()]++;
            }
        }
        for (int i = wiring.switchCount() + wiring.nodeCount(); i < wiring.size(); i++) {
            positionOf[i] = i - wiring.switchCount() - wiring.nodeCount();
        }
    }

    /** The number of sites. */
    public int count() {
        return names.size();
    }

    /** The name of its rack, or of the leaf where there is no rack. */
    public String name(int site) {
        return names.get(site);
    }

    /** The site of a leaf or node, from 0, or {@link #NONE}. */
    public int siteOf(int device) {
        return siteOf[device];
    }

    /** From 0: of a leaf among the leafs of its site, of a node among its nodes, of any other device among those of its role. */
    public int positionOf(int device) {
        return positionOf[device];
    }

    /** From 0, among the nodes of its site that run pods. */
    public int podPositionOf(int node) {
        return podPositionOf[node];
    }

    /** The leafs of the site that has the most. */
    public int mostLeafs() {
        return mostLeafs;
    }

    public int mostNodes() {
        return mostNodes;
    }

    public int mostPodNodes() {
        return mostPodNodes;
    }
}
