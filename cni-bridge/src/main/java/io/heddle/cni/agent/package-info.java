/**
 * The daemon: its configuration ({@link io.heddle.cni.agent.AgentConfig}), the socket ({@link io.heddle.cni.agent.AgentServer}), and
 * what is done for each verb ({@link io.heddle.cni.agent.Agent}).
 *
 * <p>Order of an ADD: the addresses are written to the journal, then the kernel is changed while the journal is forced to disk, then
 * the runtime is answered. If the agent dies before the kernel is changed, the next start finds an allocation without a link and
 * frees it; if the machine dies, its links are gone with it. Order of a DEL: the link goes, then the release is written and forced.
 */
@NullMarked
package io.heddle.cni.agent;

import org.jspecify.annotations.NullMarked;
