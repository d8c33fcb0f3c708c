/**
 * Whether switches can hold what is to be let in.
 *
 * <pre>
 *   plan, State, Demand ─ Forecast ─► fabric as it would be: configuration with the controller's routes, endpoints
 *   Forecast ─ stable state, at rest and in every kind of single failure ─► the most a switch ever holds of each kind
 *   that + what the switch holds that Heddle did not make ─ TableAudit ─► Judgement
 * </pre>
 *
 * <p>Solving takes milliseconds for a rack and seconds for a large fabric, so it is not done for every pod: between two solutions each new pod
 * is counted at every switch as the most a pod can cost there. Only when that bound overflows, the fabric is solved anew with the demand in it,
 * and that decides.
 */
@NullMarked
package io.heddle.controller.daemon.admission;

import org.jspecify.annotations.NullMarked;
