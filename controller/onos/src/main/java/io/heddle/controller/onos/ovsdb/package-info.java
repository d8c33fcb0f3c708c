/**
 * Bridges, ports, bonds and tunnels of an Open vSwitch, by its database (RFC 7047; tables of {@code vswitch.ovsschema}).
 *
 * <p>{@code SwitchConfig}, wiring → {@link io.heddle.controller.onos.ovsdb.SetupCompiler} → {@link io.heddle.controller.onos.ovsdb.SwitchSetup};
 * what the switch says ({@code monitor}, section 4.1.5, and its updates) → {@code Replica}; their difference ({@code SetupDifference}) is one
 * ordered transaction (section 4.1.3) and none if there is nothing to do. {@link io.heddle.controller.onos.ovsdb.OvsdbProvider} does this for
 * many switches, each on a channel of its own that comes back by itself.
 *
 * <p>What Heddle makes is marked with {@code external_ids:heddle}. Ports without the mark are left alone and counted, unless they hold an
 * interface that is wanted elsewhere.
 *
 * <p>A switch that sends garbage, too much, or values of another type than its schema says loses its channel and is named with the reason.
 * Not used: locks, {@code monitor_cond}, schemas other than those columns, leaders of clustered databases, TLS.
 */
@NullMarked
package io.heddle.controller.onos.ovsdb;

import org.jspecify.annotations.NullMarked;
