/** The event-driven simulation against the stable-state solver: both end in the same tables, whatever happened on the way. */
@NullMarked
package io.heddle.test.event;

import org.jspecify.annotations.NullMarked;
