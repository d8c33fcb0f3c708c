/**
 * Routes in tables: compact, mutable, single-threaded. See docs/decisions/0012 for the path of a route.
 *
 * <p>Everything is a number that indexes parallel arrays: destinations, paths, attribute sets, sources (peers; 0 is the speaker
 * itself).
 */
@NullMarked
package io.heddle.bgp.rib;

import org.jspecify.annotations.NullMarked;
