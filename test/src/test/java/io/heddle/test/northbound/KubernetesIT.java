package io.heddle.test.northbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.heddle.cni.report.HttpController;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A controller as shipped beside a cluster, which is fabric8's mock of an API server that keeps objects. */
class KubernetesIT {

    private static final DeviceName NODE = DeviceName.of("cloud-1-1");
    private static final DeviceName OTHER = DeviceName.of("cloud-1-2");

    @TempDir
    private Path directory;

    @Test
    void whatTheClusterSaysIsComparedAndWithoutTheClusterTheControllerGoesOn() throws Exception {
        KubernetesMockServer server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
        server.init(InetAddress.getLoopbackAddress(), 0);
        boolean serves = true;
        writeFiles(server.getPort());
        try (HeddleProcess controller = HeddleProcess.controller(directory, "controller.yaml")) {
            until(controller, "\"event\":\"kubernetes-reached\",\"kind\":\"pods\"");
            HttpController agent =
                    new HttpController(List.of(URI.create("http://" + controller.listens())), Optional.empty());
            Prefix own = block(controller, agent, NODE);
            Prefix theirs = block(controller, agent, OTHER);
            try (KubernetesClient cluster = server.createClient()) {
                cluster.resource(node("192.0.2.0/24")).create();
                until(controller, "Kubernetes gives it 192.0.2.0/24, granted here are [" + own + "]");

                cluster.resource(pod("stray", theirs)).create();
                until(
                        controller,
                        "Kubernetes has it on " + NODE + " with "
                                + theirs.address().plus(5) + ", which is granted to " + OTHER);
                cluster.resource(pod("right", own)).create();
            }
            server.destroy();
            serves = false;
            until(controller, "\"event\":\"kubernetes-away\"");

            assertThat(controller.err()).doesNotContain("default/right");
            assertThat(get(controller, "/readyz")).contains("\"ready\":true");
            // What the fabric is told comes from agents alone.
            assertThat(get(controller, "/v1/endpoints")).contains("\"items\":[]");
            controller.signal("TERM");
            assertThat(controller.exitCode()).isZero();
        } finally {
            if (serves) {
                server.destroy();
            }
        }
    }

    private void writeFiles(int port) throws Exception {
        Files.writeString(directory.resolve("cluster.yaml"), """
                apiVersion: v1
                kind: Config
                current-context: a
                contexts: [{name: a, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: "http://127.0.0.1:%d"}}]
                users: [{name: u, user: {}}]
                """.formatted(port));
        Files.writeString(directory.resolve("controller.yaml"), """
                heddle: controller/1
                name: ctl-1
                fabric: {scenario: dell-kubeflow-rack}
                audit: off
                store: {directory: store}
                http: {listen: "127.0.0.1:0"}
                kubernetes: {kubeconfig: cluster.yaml}
                """);
    }

    private static void until(HeddleProcess controller, String said) throws Exception {
        controller.until("'" + said + "'", () -> controller.err().contains(said));
    }

    /** Of the node's first report, repeated as an agent does when there is no answer in time. */
    private static Prefix block(HeddleProcess controller, HttpController agent, DeviceName node) throws Exception {
        AtomicReference<Optional<Prefix>> block = new AtomicReference<>(Optional.empty());
        controller.until("an answer to " + node, () -> {
            try {
                block.set(agent.send(new AgentReport(node, true, 0, List.of())).orElseThrow().grants().stream()
                        .flatMap(each -> each.blocks().stream())
                        .findFirst());
                return true;
            } catch (IOException e) {
                return false;
            }
        });
        return block.get().orElseThrow();
    }

    private static Node node(String podCidr) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(NODE.value())
                .endMetadata()
                .withNewSpec()
                .withPodCIDR(podCidr)
                .withPodCIDRs(podCidr)
                .endSpec()
                .build();
    }

    private static Pod pod(String name, Prefix block) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("default")
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withNodeName(NODE.value())
                .endSpec()
                .withNewStatus()
                .withPhase("Running")
                .addNewPodIP(block.address().plus(5).toString())
                .endStatus()
                .build();
    }

    private static String get(HeddleProcess controller, String path) throws Exception {
        try (InputStream in = URI.create("http://" + controller.listens() + path)
                .toURL()
                .openConnection(Proxy.NO_PROXY)
                .getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
