package io.heddle.topology.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Fabric;
import io.heddle.topology.Specs;
import io.heddle.topology.design.Designs;
import io.heddle.topology.fixture.Clos;
import io.heddle.topology.fixture.DellRack;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.plan.PlanOptions;
import io.heddle.topology.plan.Planner;
import io.heddle.topology.spec.PodSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExportsTest {

    private static Plan plan(Specs specs, String design) {
        Fabric fabric =
                new FabricGenerator(PortLists.UNKNOWN).generate(specs.clos()).orThrow();
        return Planner.plan(fabric, Designs.of(design), Specs.blocks(26), PodSpec.NONE, PlanOptions.DEFAULT)
                .orThrow();
    }

    private static CsvTable table(List<CsvTable> tables, String name) {
        return tables.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(CsvTable table) {
        return table.text().lines().toList();
    }

    @Test
    void theCablingListHasEachCableFromItsLowerEnd() {
        assertThat(lines(table(Exports.of(DellRack.ofNodes(1)), "cabling")))
                .containsExactly(
                        "from-device,from-port,from-rack,to-device,to-port,to-rack,speed,purpose",
                        "leaf1,p1,rack1,leaf2,p1,rack1,40G,peer-link",
                        "leaf1,p2,rack1,leaf2,p2,rack1,40G,peer-link",
                        "node1,nic0.1,rack1,leaf1,p3,rack1,25G,node",
                        "node1,nic0.2,rack1,leaf2,p3,rack1,25G,node",
                        "node1,idrac.1,rack1,oob1,p1,rack1,1G,management");
    }

    @Test
    void cablesBetweenSwitchesAndToExitsAreTold() {
        assertThat(lines(table(Exports.of(Clos.twoTiers(1, 1, 1)), "cabling")))
                .contains("g1r1-a,p1,g1r1,g1-spine1,p1,,100G,fabric", "border1,p2,,wan1,p1,,100G,exit");
    }

    @Test
    void theBillCountsDevicesCardsCablesAndOptics() {
        assertThat(lines(table(Exports.of(Clos.twoTiers(2, 2, 3)), "bill-of-materials")))
                .containsExactly(
                        "category,item,detail,count",
                        "switch,dell-s5232f,os10,2",
                        "switch,dell-s5248f,os10,6",
                        "switch,dell-s3048,os10,2",
                        "node,cloud,,6",
                        "network-card,2x25G,,6",
                        "network-card,1x1G,,6",
                        "cable,1G,twisted pair between racks,6",
                        "cable,25G,fibre between racks,12",
                        "cable,100G,direct attach copper within a rack,4",
                        "cable,100G,fibre between racks,16",
                        "optic,25G,two for each fibre,24",
                        "optic,100G,two for each fibre,32");
    }

    @Test
    void everyCableIsInTheBill() {
        Fabric fabric = Clos.threeTiers(2, 2, 2, 2, 3);
        int cables = table(Exports.of(fabric), "bill-of-materials").rows().stream()
                .filter(each -> each.getFirst().equals("cable"))
                .mapToInt(each -> Integer.parseInt(each.getLast()))
                .sum();
        assertThat(cables).isEqualTo(fabric.links().size());
        assertThat(table(Exports.of(fabric), "cabling").rows()).hasSameSizeAs(fabric.links());
    }

    @Test
    void theAddressPlanHasLoopbacksVtepsGatewaysAndNodes() {
        List<String> lines = lines(table(Exports.of(plan(Specs.BRIDGED, "evpn-asymmetric")), "addresses"));
        assertThat(lines.getFirst()).isEqualTo("device,asn,purpose,interface,address,network,vlan,vrf,neighbor");
        assertThat(lines)
                .anyMatch(each -> each.matches("leaf-1-1,\\d+,loopback,lo,[0-9.]+/32,,,,"))
                .anyMatch(each -> each.contains(",anycast-vtep,lo,"))
                .anyMatch(each -> each.contains(",anycast-gateway,vlan100,") && each.contains(",internal,100,tenant,"))
                .anyMatch(each -> each.contains(",node,,10.10.0.") && each.endsWith(",internal,,,"));
    }

    @Test
    void routedNodesHaveLoopbacksAndBlocks() {
        CsvTable addresses = table(Exports.of(plan(Specs.ROUTED, "calico-as-per-rack")), "addresses");
        assertThat(lines(addresses))
                .anyMatch(each -> each.contains(",pod-block,,10.128."))
                .anyMatch(each -> each.matches("gpu-1-1,\\d+,loopback,lo,.*"));
    }

    @Test
    void noAddressIsGivenTwiceButThoseThatAreShared() {
        CsvTable addresses = table(Exports.of(plan(Specs.BRIDGED, "evpn-asymmetric")), "addresses");
        Set<String> seen = new HashSet<>();
        for (List<String> row : addresses.rows()) {
            if (!row.get(2).startsWith("anycast")) {
                assertThat(seen.add(row.get(4))).as(row.toString()).isTrue();
                assertThat(row.get(4)).contains("/");
            }
        }
    }
}
