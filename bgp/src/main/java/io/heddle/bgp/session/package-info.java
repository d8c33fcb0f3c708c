/**
 * The session machine of RFC 4271 section 8 as a pure function: {@link io.heddle.bgp.session.SessionMachine#step} takes a
 * {@link io.heddle.bgp.session.Session}, a {@link io.heddle.bgp.session.SessionEvent} and the time, and answers with the next session,
 * the {@link io.heddle.bgp.session.Effect}s to carry out in order, and the reason in words.
 *
 * <p>A session is everything about one configured peer: the state of its connection, a second connection while a collision (section 6.8)
 * is undecided, whether a connect is under way, how long to stay idle after failures, and which of the peer's routes are kept while it
 * restarts (RFC 4724, 8538, 9494). One small class per state has the transitions out of it.
 *
 * <p>Time is in nanoseconds on any monotonic origin. Timers are deadlines in the session: the driver sends
 * {@link io.heddle.bgp.session.SessionEvent.Tick} no earlier than {@link io.heddle.bgp.session.Session#wakeAt}. In Established the
 * machine does not see every message: a tick tells it when something was last received and sent, and a timer that fires early is set
 * anew. Jitter (section 10) comes from a generator whose seed is part of the session.
 *
 * <p>RFC 4271 sections 6.2, 6.5 to 6.8, 8, 10; 5492, 6286, 6608, 6793 (OPEN), 7607, 8203/9003, 4486, 4724, 8538, 9494, 7911, 8654, 8950
 * (negotiation), 9234 (roles), 9687.
 *
 * <p>Departures from RFC 4271: a failed connect leads to Active and not to Idle, so that the peer can still reach us meanwhile (as in
 * other routers); a passive peer never connects, whatever its ConnectRetryTimer says; a connection whose OPEN is delayed is a state of
 * its own, {@link io.heddle.bgp.session.SessionState.OpenDelayed}. Not supported: trying again without capabilities after
 * "unsupported capability" (RFC 5492 section 3 allows it), dynamic capabilities.
 */
@NullMarked
package io.heddle.bgp.session;

import org.jspecify.annotations.NullMarked;
