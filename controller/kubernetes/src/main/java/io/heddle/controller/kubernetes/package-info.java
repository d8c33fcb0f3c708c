/**
 * Watches a Kubernetes cluster's nodes and pods and tells the controller of them.
 *
 * <pre>
 *   list, page by page ─► Reading ─► Told (what changed) ─► ClusterListener: events, malformed objects
 *        ▲  └─► watch from that version, bookmarks ─┘
 *        └──── version gone (410), or the server was away: after a pause that doubles from 1 s to 30 s
 * </pre>
 *
 * <p>One thread a kind. A server that is away changes nothing: what was told stays told, and only a list that was read to its end says that
 * something is gone. An object that cannot be understood is reported by name and passed over. Of an object nothing is kept but the event
 * that it was told as, so that 100,000 pods are some tens of MiB.
 *
 * <p>Not supported: writing to the cluster, its custom resources and services; pods of the host's network, which have no address of their
 * own, are passed over.
 */
@NullMarked
package io.heddle.controller.kubernetes;

import org.jspecify.annotations.NullMarked;
