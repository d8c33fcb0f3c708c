/**
 * What a switch is to hold, as ONOS flow rules and group descriptions of six tables: {@link io.heddle.controller.onos.pipeline.Stage}.
 *
 * <p>{@link io.heddle.controller.onos.pipeline.SwitchCompiler} goes from configuration, tables and wiring to a
 * {@link io.heddle.controller.onos.pipeline.SwitchProgram}; nothing here does I/O. What a rule stands for is in its cookie. See
 * {@code docs/openflow.md} for the pipeline, table by table.
 *
 * <p>Not supported: other elections of a designated forwarder than by modulo (RFC 8584); ARP suppression; multicast routing; an ICMP answer by the switch when a TTL ends.
 */
@NullMarked
package io.heddle.controller.onos.pipeline;

import org.jspecify.annotations.NullMarked;
