package io.heddle.topology.design;

import io.heddle.model.config.Irb;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.topology.fault.Faults;

/** Whether the parts of a design go together, whatever the fabric. */
public final class DesignCheck {

    private final Design design;
    private final Faults faults;

    private DesignCheck(Design design, Faults faults) {
        this.design = design;
        this.faults = faults;
    }

    public static void check(Design design, Faults faults) {
        DesignCheck check = new DesignCheck(design, faults);
        check.layers();
        check.pods();
        check.sessions();
    }

    private void layers() {
        boolean evpn = design.overlay().evpn();
        boolean bridged = design.underlay() == Underlay.BRIDGED;
        if (bridged && (evpn || !design.sessions().isEmpty())) {
            wrong("underlay", "bridged, with " + (evpn ? "EVPN" : "BGP sessions"), "routed");
        }
        if (bridged && design.networks() == NetworkScope.PER_RACK) {
            wrong("networks", "per-rack in a bridged fabric", "stretched");
        }
        if (!bridged && !evpn && design.networks() == NetworkScope.STRETCHED) {
            wrong("networks", "stretched over a routed fabric without EVPN", "per-rack");
        }
        if (!evpn && design.overlay().irb() != Irb.NONE) {
            wrong("overlay", "IRB without EVPN", "irb: none");
        }
    }

    private void pods() {
        PodScheme pods = design.pods();
        if (pods.announcedBy(Announcer.LEAF) && pods.routes() == PodRoutes.HOSTS) {
            wrong("pods", "host routes announced by leafs", "routes: blocks, since a leaf knows no single pod");
        }
        if (pods.announcedBy(Announcer.NODE) && design.asn().node() == NodeAsn.NONE) {
            wrong("pods", "announced by nodes that have no AS", "an AS for nodes, or another announcer");
        }
        if (pods.visibility() == PodVisibility.ROUTED && design.overlay().evpn()) {
            wrong("pods", "routed under an overlay", "hidden or bridged");
        }
    }

    private void sessions() {
        for (SessionRule each : design.sessions()) {
            String where = "session " + each.lower() + "-" + each.upper();
            boolean peers = each.lower() == each.upper();
            if (peers != (each.over() == Over.PEER_LINK)) {
                wrong(where, "over " + each.over(), "over peer-link between leafs, and nowhere else");
            }
            if (peers && each.lower() != Role.LEAF) {
                wrong(where, "two of one role", "leafs, if any");
            }
            boolean toNode = each.lower() == Role.NODE;
            if (!toNode && (each.over() == Over.SVI || each.over() == Over.ATTACHMENT)) {
                wrong(where, "over " + each.over(), "over link: switches do not attach like nodes");
            }
            if (toNode && each.upper() != Role.LEAF) {
                wrong(where, "nodes and " + each.upper(), "nodes and leaf");
            }
            if (toNode && design.overlay().evpn()) {
                wrong(where, "nodes that speak BGP under an overlay", "none: leafs peer in the default VRF alone");
            }
            if (each.families().isEmpty()) {
                wrong(where, "no family", "unicast, evpn or both");
            }
            if (each.families().contains(SessionFamily.EVPN)
                    && !design.overlay().evpn()) {
                wrong(where, "family evpn", "overlay.evpn: true, or unicast alone");
            }
        }
        boolean nodesPeer = design.session(Role.NODE, Role.LEAF).isPresent();
        if (nodesPeer == (design.asn().node() == NodeAsn.NONE)) {
            wrong(
                    "asn",
                    "nodes: " + design.asn().node() + (nodesPeer ? " with" : " without") + " sessions to leafs",
                    "both or neither");
        }
    }

    private void wrong(String where, String found, String expected) {
        faults.add(where, found, expected);
    }
}
