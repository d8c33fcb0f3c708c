/**
 * The fabric as immutable data: switches, nodes with their cards and bonds, links, MLAG pairs, racks, networks (VLAN, subnets,
 * VNI), VRFs and external exits. What is plugged into what, and nothing about routing: the design decides that.
 *
 * <p>Names are stable text identities: a {@link io.heddle.model.fabric.DeviceName} and a {@link io.heddle.model.fabric.PortName}
 * with its number map one to one to the ONOS {@code DeviceId} and {@code PortNumber} (the mapping is in {@code controller/onos}).
 * Structural checks (does the port exist, do bond members agree) are made in {@code io.heddle.topology.check}, since they need the
 * device catalogue; the records here only refuse values that are nonsense by themselves.
 */
@NullMarked
package io.heddle.model.fabric;

import org.jspecify.annotations.NullMarked;
