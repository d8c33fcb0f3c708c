/**
 * The switches of a fabric over OpenFlow, in Heddle's own types: {@link io.heddle.controller.onos.provider.OpenFlowProvider} takes an
 * {@link io.heddle.controller.onos.provider.Intent} a switch and brings each switch there, again after every reconnect, and reads back
 * what a switch really holds.
 *
 * <p>Intent → rules ({@code onos.pipeline}) → fewest changes ({@code onos.change}) → messages ({@code onos.openflow}). A switch that
 * refuses something says so in the {@link io.heddle.controller.onos.provider.Outcome}: nothing is lost silently.
 */
@NullMarked
package io.heddle.controller.onos.provider;

import org.jspecify.annotations.NullMarked;
