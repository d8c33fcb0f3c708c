/**
 * The OpenFlow 1.3 channel: {@link io.heddle.controller.onos.openflow.OpenFlowServer} listens, a switch that has shaken hands is an
 * {@link io.heddle.controller.onos.openflow.OpenFlowSwitch}, which takes {@link io.heddle.controller.onos.change.Change}s and tells what it
 * holds. Messages are built and read by openflowj; its types and Netty's stop here.
 *
 * <p>Bytes go through {@code Frames} (length) to {@code SwitchChannel} (handshake, echo, work in order). What a peer sends ends at most its
 * own channel: garbage, another version, silence, a datapath that is not expected or is there already.
 *
 * <p>Implemented of OpenFlow 1.3.5: sections 6.3 (hello, echo), 7.3.1 (features), 7.3.2 (configuration), 7.3.4 (flow-mod, group-mod),
 * 7.3.5.2, 7.3.5.7, 7.3.5.9 (flows, ports, groups read), 7.3.8 (barrier), 6.3.4 and 7.3.9 (roles), 7.4.1 (packet-in), 7.4.3 (port status),
 * 7.4.4 (errors). Not: auxiliary channels, meters, queues, bundles.
 */
@NullMarked
package io.heddle.controller.onos.openflow;

import org.jspecify.annotations.NullMarked;
