/**
 * What a switch is to hold, as ONOS flow rules and group descriptions of six tables: {@link io.heddle.controller.onos.pipeline.Stage}.
 *
 * <p>{@link io.heddle.controller.onos.pipeline.SwitchCompiler} goes from configuration, tables and wiring to a
 * {@link io.heddle.controller.onos.pipeline.SwitchProgram}; nothing here does I/O. What a rule stands for is in its cookie. See
 * {@code docs/openflow.md} for the pipeline, table by table.
 *
 * <p>Not supported: designated forwarders on a segment shared by two leafs (RFC 7432 section 8.5), so flooded frames reach a dual-homed
 * node twice; ARP suppression; multicast routing; an ICMP answer by the switch when a TTL ends.
 */
@NullMarked
package io.heddle.controller.onos.pipeline;

import org.jspecify.annotations.NullMarked;
