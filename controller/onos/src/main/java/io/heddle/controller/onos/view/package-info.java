/**
 * A fabric as ONOS's own services, so that code written to them reads it: devices, links, hosts, flow rules, groups and flow objectives. Views of
 * what is planned and wanted; nothing changes in them, no listener is ever called, and whoever wants to change the fabric by them is refused: an
 * objective is taken if the fabric meets it already.
 */
@NullMarked
package io.heddle.controller.onos.view;

import org.jspecify.annotations.NullMarked;
