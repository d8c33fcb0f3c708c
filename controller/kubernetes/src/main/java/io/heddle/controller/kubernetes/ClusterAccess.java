package io.heddle.controller.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which cluster, and as whom.
 *
 * @param kubeconfig as of kubectl; without it the pod's own service account
 * @param context of that file; without it the current one
 */
public record ClusterAccess(Optional<Path> kubeconfig, Optional<String> context) {

    private static final int REQUEST_MILLIS = 20_000;
    private static final int CONNECT_MILLIS = 5_000;

    /**
     * What the client is told.
     *
     * @throws IOException naming the file and what is wrong with it
     */
    Config config() throws IOException {
        Config found;
        if (kubeconfig.isPresent()) {
            Path file = kubeconfig.get();
            if (!Files.isReadable(file)) {
                throw new IOException("kubeconfig " + file + ": there is no such file, or it may not be read");
            }
            try {
                found = Config.fromKubeconfig(context.orElse(null), file.toFile());
            } catch (KubernetesClientException | IllegalArgumentException e) {
                throw new IOException("kubeconfig " + file + ": " + e.getMessage(), e);
            }
            if (found.getMasterUrl() == null || found.getCurrentContext() == null) {
                throw new IOException("kubeconfig " + file + ": "
                        + context.map(each -> "there is no context '" + each + "'")
                                .orElse("no current context with a cluster"));
            }
        } else {
            found = Config.autoConfigure(null);
        }
        // Trying again is the watch's own, so that it can say what happens.
        return new ConfigBuilder(found)
                .withWatchReconnectLimit(0)
                .withRequestRetryBackoffLimit(0)
                .withRequestTimeout(REQUEST_MILLIS)
                .withConnectionTimeout(CONNECT_MILLIS)
                .build();
    }

    /**
     * The URL of the API server.
     *
     * @throws IOException when the configuration cannot be used
     */
    public String server() throws IOException {
        return config().getMasterUrl();
    }
}
