/**
 * What an attachment looks like in the kernel: links, addresses and routes, on the node and in the pod.
 *
 * <p><b>Routed</b> ({@link io.heddle.cni.attach.RoutedNetwork}): a veth pair; the pod has its address as /32 or /128 and a default route
 * by the link-local gateway (169.254.1.1, fe80::1), which the near end has, so that the kernel itself answers for it (RFC 826, RFC 4861).
 * The node has a host route to the pod, under Heddle's own protocol number, by which a routing daemon tells it from others.
 *
 * <p>Links on the node are named and have MACs by a hash of container and interface ({@link io.heddle.cni.attach.HostLink}), so that
 * DEL needs no memory and a leftover is known as ours.
 */
@NullMarked
package io.heddle.cni.attach;

import org.jspecify.annotations.NullMarked;
