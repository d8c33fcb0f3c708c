package io.heddle.controller.kubernetes;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.util.List;

/** Follows a cluster until it is closed. */
public final class KubernetesWatch implements AutoCloseable {

    private final KubernetesClient client;
    private final List<Following<?>> followings;

    private KubernetesWatch(KubernetesClient client, List<Following<?>> followings) {
        this.client = client;
        this.followings = followings;
    }

    /**
     * Starts to follow. An API server that is away is no error: it is tried until it is there.
     *
     * @throws IOException when the access itself cannot be used
     */
    public static KubernetesWatch start(ClusterAccess access, ClusterListener listener) throws IOException {
        return start(access.config(), listener);
    }

    static KubernetesWatch start(Config config, ClusterListener listener) {
        KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build();
        Source<Node> nodes = new Source<>("nodes", client.nodes()::list, client.nodes()::watch, NodeReading::of);
        Source<Pod> pods = new Source<>(
                "pods", client.pods().inAnyNamespace()::list, client.pods().inAnyNamespace()::watch, PodReading::of);
        return new KubernetesWatch(client, List.of(Following.start(nodes, listener), Following.start(pods, listener)));
    }

    @Override
    public void close() {
        followings.forEach(Following::close);
        client.close();
        followings.forEach(Following::await);
    }
}
