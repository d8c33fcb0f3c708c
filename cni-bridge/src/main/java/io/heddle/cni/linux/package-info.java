/**
 * The Linux kernel by the Java 25 foreign function API: the only package that calls outside the JVM.
 *
 * <p>{@link io.heddle.cni.linux.Libc} has the few system calls; {@link io.heddle.cni.linux.NetlinkMessage} builds rtnetlink requests
 * (RFC 3549, {@code linux/rtnetlink.h}) in plain Java; {@link io.heddle.cni.linux.NetlinkSocket} sends several in one call and reads
 * each one's acknowledgement; {@link io.heddle.cni.linux.NetworkNamespace} opens a socket inside another namespace. What to make
 * is said by {@code io.heddle.cni.attach}.
 */
@NullMarked
package io.heddle.cni.linux;

import org.jspecify.annotations.NullMarked;
