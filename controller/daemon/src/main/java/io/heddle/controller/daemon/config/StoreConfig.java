package io.heddle.controller.daemon.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Where things are kept. */
public sealed interface StoreConfig {

    /** In a directory of this machine: one controller. */
    record Embedded(Path directory) implements StoreConfig {}

    /**
     * In etcd: several controllers, one of which writes at a time.
     *
     * @param endpoints {@code http://host:port}, members of one cluster
     * @param prefix of every key, ends with a slash
     * @param leaseSeconds a writer that etcd does not hear from for so long is no writer any more
     */
    record Etcd(List<URI> endpoints, String prefix, int leaseSeconds) implements StoreConfig {
        public Etcd {
            endpoints = List.copyOf(endpoints);
        }
    }
}
