package io.heddle.controller.store.etcd;

/**
 * A key as etcd has it.
 *
 * @param value octets; whoever made them out owns them
 * @param created the revision of the cluster at which the key came to be
 * @param modified the revision at which it was last written
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never shared
public record KeyValue(String key, byte[] value, long created, long modified) {}
