package io.heddle.controller.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.heddle.controller.core.Event;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void aNodeIsItsNameItsBlocksAndWhetherItIsReady() {
        assertThat(told(NodeReading.of(node("n1", "10.64.0.0/24", "fd00::/64"))))
                .isEqualTo(new Event.KubernetesNodeSeen(
                        DeviceName.of("n1"), List.of(Prefix.parse("10.64.0.0/24"), Prefix.parse("fd00::/64")), true));
    }

    @Test
    void theOldSingleBlockIsReadToo() {
        Node node = new NodeBuilder()
                .withNewMetadata()
                .withName("n1")
                .endMetadata()
                .withNewSpec()
                .withPodCIDR("10.64.0.0/24")
                .endSpec()
                .build();

        assertThat(told(NodeReading.of(node)))
                .isEqualTo(new Event.KubernetesNodeSeen(
                        DeviceName.of("n1"), List.of(Prefix.parse("10.64.0.0/24")), false));
    }

    @Test
    void aBlockThatIsNoneSaysWhereAndWhatWasExpected() {
        assertThat(NodeReading.of(node("n1", "10.64.0.0/99")))
                .isEqualTo(new Reading.Malformed(
                        "spec.podCIDRs has '10.64.0.0/99'; expected a prefix such as 10.64.0.0/24"));
    }

    @Test
    void aPodIsItsNodeAndItsAddresses() {
        assertThat(told(PodReading.of(pod("p", "n1", "Running", "10.64.0.5", "fd00::5"))))
                .isEqualTo(new Event.KubernetesPodSeen(
                        "default/p",
                        DeviceName.of("n1"),
                        List.of(IpAddress.parse("10.64.0.5"), IpAddress.parse("fd00::5"))));
    }

    @Test
    void aPodWithoutAddressesOfItsOwnIsNothing() {
        Pod ofTheHost = new PodBuilder(pod("p", "n1", "Running", "10.0.0.1"))
                .editSpec()
                .withHostNetwork(true)
                .endSpec()
                .build();
        Pod waiting = new PodBuilder(pod("p", "n1", "Pending", "10.64.0.5"))
                .editSpec()
                .withNodeName(null)
                .endSpec()
                .build();

        assertThat(PodReading.of(ofTheHost)).isEqualTo(new Reading.Nothing());
        assertThat(PodReading.of(waiting)).isEqualTo(new Reading.Nothing());
        assertThat(PodReading.of(pod("p", "n1", "Succeeded", "10.64.0.5"))).isEqualTo(new Reading.Nothing());
        assertThat(PodReading.of(pod("p", "n1", "Pending"))).isEqualTo(new Reading.Nothing());
    }

    @Test
    void anAddressThatIsNoneIsMalformed() {
        assertThat(PodReading.of(pod("p", "n1", "Running", "10.64.0")))
                .isEqualTo(new Reading.Malformed("status.podIPs has '10.64.0'; expected an address"));
    }

    private static Event told(Reading reading) {
        return ((Reading.Told) reading).event();
    }

    static Node node(String name, String... podCidrs) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withPodCIDR(podCidrs[0])
                .withPodCIDRs(podCidrs)
                .endSpec()
                .withNewStatus()
                .addNewCondition()
                .withType("Ready")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build();
    }

    static Pod pod(String name, String node, String phase, String... addresses) {
        PodBuilder pod = new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withNodeName(node)
                .endSpec()
                .withNewStatus()
                .withPhase(phase)
                .endStatus();
        for (String each : addresses) {
            pod.editStatus().addNewPodIP(each).endStatus();
        }
        return pod.build();
    }
}
