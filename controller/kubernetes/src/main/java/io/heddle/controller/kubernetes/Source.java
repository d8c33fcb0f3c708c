package io.heddle.controller.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import java.util.function.Function;

/**
 * How one kind is asked for.
 *
 * @param kind as in the API's path
 */
record Source<T extends HasMetadata>(
        String kind,
        Function<ListOptions, KubernetesResourceList<T>> list,
        Watching<T> watch,
        Function<T, Reading> reading) {

    /** Opens a watch; a server that cannot be reached is a {@code KubernetesClientException}. */
    @FunctionalInterface
    interface Watching<T> {
        Watch open(ListOptions from, Watcher<T> watcher);
    }

    /** {@code namespace/name}, or the name alone. */
    static String name(HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        String name = String.valueOf(object.getMetadata().getName());
        return namespace == null ? name : namespace + "/" + name;
    }
}
