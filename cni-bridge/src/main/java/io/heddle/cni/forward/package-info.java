/**
 * The trap of the FORWARD chain: Docker sets its policy to DROP, and then every packet between pods is dropped although every
 * component reports itself well. Here it is found, in the rules of iptables (both kinds) and of nftables, and said with its cure; on request
 * the pods' own traffic is accepted explicitly, and nothing else.
 *
 * <p>The rules are read by the programs that own them, {@code iptables}, {@code ip6tables} and {@code nft}; what is not installed has
 * no rules. Not supported: bridged pods under {@code bridge-nf-call-iptables}, and rules deep in chains of others.
 */
@NullMarked
package io.heddle.cni.forward;

import org.jspecify.annotations.NullMarked;
