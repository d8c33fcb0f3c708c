package io.heddle.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.topology.Specs;
import io.heddle.topology.design.Designs;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.spec.IpamSpec;
import io.heddle.topology.spec.PodSpec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PodPlacementTest {

    private static Plan plan(IpamSpec ipam, PodSpec pods) {
        Fabric fabric = new FabricGenerator(PortLists.UNKNOWN)
                .generate(Specs.ROUTED.clos())
                .orThrow();
        return Planner.plan(fabric, Designs.of("calico-as-per-server"), ipam, pods, PlanOptions.DEFAULT)
                .orThrow();
    }

    private static NodeEndpoints on(Plan plan, String node) {
        return plan.endpoints().on(DeviceName.of(node)).orElseThrow();
    }

    @Test
    void generatedPodsFillTheBlocksOfTheirNodeInOrder() {
        IpamSpec twoSmall = new IpamSpec(Optional.of(Prefix.parse("10.128.0.0/9")), 30, Optional.empty(), 122, 2);
        NodeEndpoints pods = on(plan(twoSmall, new PodSpec(6, List.of())), "gpu-1-2");
        assertThat(pods.size()).isEqualTo(6);
        assertThat(pods.get(0).ipv4()).contains(IpAddress.parse("10.128.0.8"));
        assertThat(pods.get(5).ipv4()).contains(IpAddress.parse("10.128.0.13"));
    }

    @Test
    void dualStackPodsHaveAnAddressOfEachFamily() {
        IpamSpec dual = new IpamSpec(
                Optional.of(Prefix.parse("10.128.0.0/9")), 26, Optional.of(Prefix.parse("fd00:1::/48")), 122, 1);
        Plan plan = plan(dual, new PodSpec(3, List.of()));
        Endpoint pod = on(plan, "gpu-1-2").get(1);
        assertThat(pod.ipv4()).contains(IpAddress.parse("10.128.0.65"));
        assertThat(pod.ipv6()).contains(IpAddress.parse("fd00:1::41"));
        assertThat(plan.config()
                        .findNode(DeviceName.of("gpu-1-2"))
                        .orElseThrow()
                        .blocks())
                .hasToString("[10.128.0.64/26, fd00:1::40/122]");
        assertThat(Plans.at(plan, "leaf-1-1").loopbacks())
                .extracting(IpAddress::family)
                .containsExactly(IpFamily.IPV4, IpFamily.IPV6);
    }

    @Test
    void ipv6AloneNeedsNoPoolOfIpv4() {
        IpamSpec six = new IpamSpec(Optional.empty(), 26, Optional.of(Prefix.parse("fd00:1::/48")), 64, 1);
        Endpoint pod = on(plan(six, new PodSpec(3, List.of())), "gpu-2-1").get(2);
        assertThat(pod.ipv4()).isEmpty();
        assertThat(pod.ipv6()).contains(IpAddress.parse("fd00:1:0:4::2"));
    }

    @Test
    void listedPodsJoinTheGeneratedOnesOfTheirNode() {
        IpAddress borrowed = IpAddress.parse("10.255.0.7");
        Endpoint listed = new Endpoint(
                Optional.of("ns/moved"),
                DeviceName.of("gpu-3-4"),
                Endpoint.macOf(borrowed),
                Optional.of(borrowed),
                Optional.empty());
        Plan plan = plan(Specs.blocks(26), new PodSpec(10, List.of(listed)));
        assertThat(on(plan, "gpu-3-4").size()).isEqualTo(11);
        assertThat(on(plan, "gpu-3-4").addresses(IpFamily.IPV4).indexOf(borrowed))
                .isNotNegative();
        assertThat(plan.endpoints().size()).isEqualTo(121);
    }
}
