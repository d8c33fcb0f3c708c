/**
 * The one thread that decides. Events wait in a queue; as many as come while the store is busy are stepped together, what they change is committed at
 * once on the store's thread, and only then the new state is shown, switches are told and those who asked are answered. Routes to new pods are
 * told to switches before: what is acknowledged is kept, and what is announced may be ahead of it by the commit under way and the next.
 *
 * <pre>
 *   submit(event) ─► queue ─ Controller.on, many ─► batch ─► Store.commit ─► state shown ─► Outlet: wants, warnings ─► futures
 *   another replica wrote ─► queue ─ Controller.follow ─► state shown ─► Outlet: wants
 * </pre>
 *
 * <p>A commit that fails takes nothing along: the state is read again from the store before the next event is looked at, and until that
 * works every change is turned down with the reason. Routes of pods that were told ahead of it stay until their agents had time to report again
 * ({@link io.heddle.controller.core.Lingering}).
 */
@NullMarked
package io.heddle.controller.daemon.loop;

import org.jspecify.annotations.NullMarked;
