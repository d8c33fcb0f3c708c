package io.heddle.controller.daemon;

import io.heddle.controller.core.Event;
import io.heddle.controller.daemon.config.KubernetesConfig;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.kubernetes.ClusterAccess;
import io.heddle.controller.kubernetes.ClusterListener;
import io.heddle.controller.kubernetes.KubernetesWatch;
import io.heddle.controller.log.EventLog;
import io.heddle.controller.log.LogEvent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a Kubernetes cluster tells goes to the loop and into the log. No class of the cluster's client is loaded without one. */
final class Cluster implements ClusterListener, AutoCloseable {

    private final ControllerLoop loop;
    private final EventLog log;
    private @Nullable KubernetesWatch watch;

    private Cluster(ControllerLoop loop, EventLog log) {
        this.loop = loop;
        this.log = log;
    }

    static ClusterAccess access(KubernetesConfig config) {
        return new ClusterAccess(config.kubeconfig(), config.context());
    }

    /** An API server that is away is waited for; access that cannot be used is an error. */
    static Cluster watch(KubernetesConfig config, ControllerLoop loop, EventLog log) throws IOException {
        Cluster cluster = new Cluster(loop, log);
        cluster.watch = KubernetesWatch.start(access(config), cluster);
        return cluster;
    }

    @Override
    public void happened(Event event) {
        // What cannot be taken now is no loss: nothing that is kept depends on it.
        loop.submit(event);
    }

    @Override
    public void malformed(String object, String reason) {
        log.write(LogEvent.KUBERNETES_MALFORMED, "object", object, "reason", reason);
    }

    @Override
    public void reached(String kind, int objects) {
        log.write(LogEvent.KUBERNETES_REACHED, "kind", kind, "objects", objects);
    }

    @Override
    public void away(String kind, String reason) {
        log.write(LogEvent.KUBERNETES_AWAY, "kind", kind, "reason", reason);
    }

    @Override
    public void close() {
        KubernetesWatch open = watch;
        if (open != null) {
            open.close();
        }
    }
}
