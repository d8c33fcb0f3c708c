/**
 * A fabric as ONOS's own services, so that code written to them reads it: devices, links, hosts, flow rules and groups, and routes as
 * forwarding objectives. Views of what is planned and wanted; nothing changes in them, no listener is ever called, and whoever wants to change
 * the fabric by them is refused. There is no {@code FlowObjectiveService}.
 */
@NullMarked
package io.heddle.controller.onos.view;

import org.jspecify.annotations.NullMarked;
