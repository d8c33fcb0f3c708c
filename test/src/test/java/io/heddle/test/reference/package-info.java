/**
 * The stable state computed slowly and obviously, from {@code docs/stable-state.md} alone: what the product's solver is compared
 * with. It shares nothing with the solver but the value types of {@code io.heddle.model}.
 *
 * <p>One class a group of rules: {@link io.heddle.test.reference.Wiring} and {@link io.heddle.test.reference.Layer2} (section 1),
 * {@link io.heddle.test.reference.Sessions} (2), {@link io.heddle.test.reference.Originations} (3),
 * {@link io.heddle.test.reference.Forwarding} (4), {@link io.heddle.test.reference.Import},
 * {@link io.heddle.test.reference.Decision}, {@link io.heddle.test.reference.Export} and
 * {@link io.heddle.test.reference.Propagation} (5), {@link io.heddle.test.reference.EvpnOriginations} and
 * {@link io.heddle.test.reference.EvpnTables} (6). Every router is computed by itself, every prefix by itself, in synchronous
 * rounds: no classes of equal routers, no sharing, no order of events. Start at {@link io.heddle.test.reference.ReferenceSolver}.
 *
 * <p>Not supported, as on that page: sessions between loopbacks, MAC mobility, designated forwarders, VRF route leaking.
 */
@NullMarked
package io.heddle.test.reference;

import org.jspecify.annotations.NullMarked;
