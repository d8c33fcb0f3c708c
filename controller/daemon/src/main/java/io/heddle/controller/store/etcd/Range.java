package io.heddle.controller.store.etcd;

import java.util.List;

/**
 * Keys of a prefix.
 *
 * @param revision of the cluster when they were read
 * @param more whether there are further ones
 */
public record Range(long revision, List<KeyValue> keys, boolean more) {
    public Range {
        keys = List.copyOf(keys);
    }
}
