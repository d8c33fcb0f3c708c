/**
 * Where the controller keeps what it must not forget: nodes with their grants, and pods. It keeps {@link io.heddle.controller.core.Change}s
 * and knows nothing of what they mean.
 *
 * <pre>
 *   Effect.Persist ─ Store.commit(revision, changes) ─► durable, or a StoreException and nothing happened
 *   Store.load() ─► Kept: the revision, and the changes that make an empty state into the kept one
 * </pre>
 *
 * <p>{@link io.heddle.controller.store.EmbeddedStore} is a file (H2 MVStore) for one controller; every commit is forced to the disk, every
 * value has a checksum over key and content, and the revision last acknowledged stands in a file of its own, so that a store which lost
 * commits to a failing disk is told from one that is merely old. {@link io.heddle.controller.store.EtcdStore} is a log in etcd for several
 * controllers, of which one at a time may write; a writer that lost its lease is fenced by every transaction.
 *
 * <p>A store has a format; newer than known is refused by name. A corrupt store is refused and never mended on the quiet.
 */
@NullMarked
package io.heddle.controller.store;

import org.jspecify.annotations.NullMarked;
