/**
 * Speakers in whole fabrics: booted from what routers are told, brought to rest on virtual time, and held against the stable state that
 * the solver finds without them.
 */
@NullMarked
package io.heddle.test.speaker;

import org.jspecify.annotations.NullMarked;
