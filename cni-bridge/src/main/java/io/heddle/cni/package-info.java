/**
 * The node agent behind the CNI binary. A container runtime runs {@code heddle-cni} (C, {@code src/main/c}), which passes its
 * environment and standard input over a UNIX socket; everything is decided here.
 *
 * <p>Data flows: {@code agent} (socket, operations) reads a request by {@code spec} (CNI specification 1.1.0), takes addresses
 * from {@code ipam} (durable), has {@code attach} make links, addresses and routes by {@code linux} (netlink through the foreign
 * function API, the only package that calls outside the JVM) and answers with a result of {@code spec}. JSON stays in {@code json}, the clock in
 * {@code clock}. {@code report} tells the controller, {@code forward} looks for what drops pods' packets.
 *
 * <p>Not supported: NetworkPolicy (chain a policy plugin), services, masquerading: a pod's address is the one that others see.
 */
@NullMarked
package io.heddle.cni;

import org.jspecify.annotations.NullMarked;
