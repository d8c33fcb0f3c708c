/**
 * A fabric as ONOS's own services, so that code written to them reads it: devices and links. Views of what is planned; nothing changes in
 * them and no listener is ever called. Hosts, flow rules, groups and flow objectives have no view.
 */
@NullMarked
package io.heddle.controller.onos.view;

import org.jspecify.annotations.NullMarked;
