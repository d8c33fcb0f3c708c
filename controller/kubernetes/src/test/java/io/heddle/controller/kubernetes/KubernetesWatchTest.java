package io.heddle.controller.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.heddle.controller.core.Event;
import io.heddle.model.fabric.DeviceName;
import java.net.InetAddress;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

/** Against fabric8's mock of an API server that keeps objects. */
class KubernetesWatchTest {

    private static final DeviceName N1 = DeviceName.of("n1");

    private final Recording told = new Recording();

    @Test
    void whatIsThereAndWhatComesLaterIsTold() throws Exception {
        KubernetesMockServer server = serving(0);
        try (KubernetesClient admin = server.createClient()) {
            admin.resource(ReadingTest.node("n1", "10.64.0.0/24")).create();
            try (KubernetesWatch _ = KubernetesWatch.start(config(server.getPort()), told)) {
                told.until("the list", () -> told.reached.contains("nodes 1") && told.reached.contains("pods 0"));

                Pod pod = ReadingTest.pod("p", "n1", "Running", "10.64.0.5");
                admin.resource(pod).create();
                told.until("the pod", () -> told.events.size() == 2);
                // A change that does not matter here is not told, and its end is told once.
                admin.resource(new PodBuilder(pod)
                                .editMetadata()
                                .addToLabels("a", "b")
                                .endMetadata()
                                .build())
                        .update();
                admin.resource(pod).delete();
                told.until("its end", () -> told.events.contains(new Event.KubernetesPodGone("default/p")));
            }
            assertThat(told.events).hasSize(3);
            assertThat(told.events.getFirst()).isInstanceOf(Event.KubernetesNodeSeen.class);
            assertThat(told.away).isEmpty();
        } finally {
            server.destroy();
        }
    }

    @Test
    void aMalformedObjectIsReportedOnceAndTheOthersAreTold() throws Exception {
        KubernetesMockServer server = serving(0);
        try (KubernetesClient admin = server.createClient()) {
            admin.resource(ReadingTest.node("n0", "10.64.0.0/99")).create();
            admin.resource(ReadingTest.node("n1", "10.64.0.0/24")).create();
            try (KubernetesWatch _ = KubernetesWatch.start(config(server.getPort()), told)) {
                told.until("both", () -> told.reached.contains("nodes 1") && told.malformed.size() == 1);
                assertThat(told.malformed.getFirst()).startsWith("nodes n0: spec.podCIDRs has '10.64.0.0/99'");

                // Mended, it is told.
                admin.resource(ReadingTest.node("n0", "10.64.1.0/24")).update();
                told.until("the mended one", () -> told.events.size() == 2);
            }
        } finally {
            server.destroy();
        }
    }

    @Test
    void aServerThatIsAwayChangesNothingAndWhatHappenedMeanwhileIsToldWhenItIsBack() throws Exception {
        KubernetesMockServer first = serving(0);
        int port = first.getPort();
        try (KubernetesClient admin = first.createClient()) {
            admin.resource(ReadingTest.node("n1", "10.64.0.0/24")).create();
            admin.resource(ReadingTest.node("n2", "10.64.1.0/24")).create();
        }
        try (KubernetesWatch _ = KubernetesWatch.start(config(port), told)) {
            told.until("the list", () -> told.reached.contains("nodes 2"));
            first.destroy();
            told.until(
                    "its absence",
                    () -> told.away.stream().anyMatch(each -> each.startsWith("nodes"))
                            && told.away.stream().anyMatch(each -> each.startsWith("pods")));
            assertThat(told.events).hasSize(2);

            KubernetesMockServer second = serving(port);
            try (KubernetesClient admin = second.createClient()) {
                admin.resource(ReadingTest.node("n1", "10.64.0.0/24")).create();
                told.until(
                        "its return",
                        () -> told.reached.stream()
                                        .filter(each -> each.startsWith("nodes"))
                                        .count()
                                >= 2);
                told.until(
                        "the lost node", () -> told.events.contains(new Event.KubernetesNodeGone(DeviceName.of("n2"))));
                assertThat(told.events).doesNotContain(new Event.KubernetesNodeGone(N1));
            } finally {
                second.destroy();
            }
        }
    }

    @Test
    void aServerThatIsNotThereAtTheStartIsWaitedFor() throws Exception {
        KubernetesMockServer gone = serving(0);
        int port = gone.getPort();
        gone.destroy();
        try (KubernetesWatch _ = KubernetesWatch.start(config(port), told)) {
            told.until("the complaint", () -> told.away.size() >= 2);
            KubernetesMockServer server = serving(port);
            try {
                told.until("both lists", () -> told.reached.size() >= 2);
            } finally {
                server.destroy();
            }
        }
        assertThat(told.events).isEmpty();
    }

    private static KubernetesMockServer serving(int port) throws Exception {
        KubernetesMockServer server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), false);
        server.init(InetAddress.getLoopbackAddress(), port);
        return server;
    }

    static Config config(int port) {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl("http://127.0.0.1:" + port)
                .withWatchReconnectLimit(0)
                .withRequestRetryBackoffLimit(0)
                .build();
    }
}
