/**
 * Speakers on virtual time: a driver that carries bytes between them in memory, in one thread, in an order that depends on nothing but
 * the seed.
 */
@NullMarked
package io.heddle.bgp.virtual;

import org.jspecify.annotations.NullMarked;
