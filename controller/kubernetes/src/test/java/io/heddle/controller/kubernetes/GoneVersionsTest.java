package io.heddle.controller.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeList;
import io.fabric8.kubernetes.api.model.NodeListBuilder;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.api.model.WatchEvent;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.heddle.controller.core.Event;
import io.heddle.model.fabric.DeviceName;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a mock of an API server whose answers are laid out beforehand. */
class GoneVersionsTest {

    private static final String LIST = "/api/v1/nodes?limit=500";

    private final Recording told = new Recording();
    private final KubernetesMockServer server = new KubernetesMockServer(false);

    @BeforeEach
    void serve() throws Exception {
        server.init(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void end() {
        server.destroy();
    }

    @Test
    void aVersionThatIsGoneIsFollowedByANewListThatSaysWhatIsGone() throws Exception {
        answers(LIST, list("10", "", "n1", "n2"));
        watching("10", new WatchEvent(gone(), "ERROR"));
        answers(LIST, list("20", "", "n2", "n3"));
        watching("20");
        try (KubernetesWatch _ = KubernetesWatch.start(KubernetesWatchTest.config(server.getPort()), told)) {
            told.until("the second list", () -> told.events.contains(gone("n1")));
        }

        assertThat(told.events).containsExactly(seen("n1"), seen("n2"), seen("n3"), gone("n1"));
        assertThat(told.away).noneMatch(each -> each.startsWith("nodes"));
    }

    @Test
    void aBookmarkMovesTheVersionThatIsWatchedFromNext() throws Exception {
        answers(LIST, list("10", "", "n1"));
        server.expect()
                .get()
                .withPath(watch("10"))
                .andUpgradeToWebSocket()
                .open()
                .immediately()
                .andEmit(new WatchEvent(bookmark("15"), "BOOKMARK"))
                .waitFor(50)
                .andEmit("not JSON, which ends this watch")
                .done()
                .once();
        watching("15", new WatchEvent(node("n2", "16"), "ADDED"));
        try (KubernetesWatch _ = KubernetesWatch.start(KubernetesWatchTest.config(server.getPort()), told)) {
            told.until("the second watch", () -> told.events.contains(seen("n2")));
        }

        assertThat(told.events).containsExactly(seen("n1"), seen("n2"));
    }

    @Test
    void aListComesInPagesAndNothingIsGoneBeforeTheLast() throws Exception {
        answers(LIST, list("10", "more", "n1"));
        answers("/api/v1/nodes?continue=more&limit=500", list("10", "", "n2"));
        watching("10");
        try (KubernetesWatch _ = KubernetesWatch.start(KubernetesWatchTest.config(server.getPort()), told)) {
            told.until("the list", () -> told.reached.contains("nodes 2"));
        }

        assertThat(told.events).containsExactly(seen("n1"), seen("n2"));
    }

    @Test
    void aPageThatIsTooOldMakesTheNextListAWholeOne() throws Exception {
        answers(LIST, list("10", "more", "n1"));
        server.expect()
                .get()
                .withPath("/api/v1/nodes?continue=more&limit=500")
                .andReturn(410, gone())
                .once();
        answers("/api/v1/nodes", list("20", "", "n2"));
        watching("20");
        try (KubernetesWatch _ = KubernetesWatch.start(KubernetesWatchTest.config(server.getPort()), told)) {
            told.until("the whole list", () -> told.reached.contains("nodes 1"));
        }

        assertThat(told.events).containsExactly(seen("n1"), seen("n2"), gone("n1"));
        assertThat(told.away).anyMatch(each -> each.startsWith("nodes") && each.contains("410"));
    }

    private void answers(String path, NodeList list) {
        server.expect().get().withPath(path).andReturn(200, list).once();
    }

    private void watching(String version, WatchEvent... events) {
        var opened = server.expect()
                .get()
                .withPath(watch(version))
                .andUpgradeToWebSocket()
                .open();
        for (WatchEvent each : events) {
            opened.immediately().andEmit(each);
        }
        opened.done().once();
    }

    private static String watch(String version) {
        return "/api/v1/nodes?allowWatchBookmarks=true&resourceVersion=" + version + "&timeoutSeconds=240&watch=true";
    }

    private static NodeList list(String version, String more, String... names) {
        NodeListBuilder list = new NodeListBuilder()
                .withNewMetadata()
                .withResourceVersion(version)
                .withContinue(more)
                .endMetadata();
        for (String each : names) {
            list.addToItems(node(each, version));
        }
        return list.build();
    }

    private static Node node(String name, String version) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .withResourceVersion(version)
                .endMetadata()
                .build();
    }

    private static Node bookmark(String version) {
        return new NodeBuilder()
                .withNewMetadata()
                .withResourceVersion(version)
                .endMetadata()
                .build();
    }

    private static Status gone() {
        return new StatusBuilder()
                .withCode(410)
                .withReason("Expired")
                .withMessage("410: too old resource version")
                .build();
    }

    private static Event seen(String name) {
        return new Event.KubernetesNodeSeen(DeviceName.of(name), List.of(), false);
    }

    private static Event gone(String name) {
        return new Event.KubernetesNodeGone(DeviceName.of(name));
    }
}
