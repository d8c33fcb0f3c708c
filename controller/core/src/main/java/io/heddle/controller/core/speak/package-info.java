/**
 * How what a switch is to be told stands in the table of the speaker that tells it, be it on the wire or on virtual time.
 *
 * <pre>
 *   Wanted, what is held ─ Table ─► the speaker originates, then withdraws
 * </pre>
 *
 * <p>RFC 1997 (communities that are for the switch to obey), RFC 4760 and RFC 7432 by what {@link
 * io.heddle.controller.core.announce.Announcement} can say. No session is opened here.
 */
@NullMarked
package io.heddle.controller.core.speak;

import org.jspecify.annotations.NullMarked;
