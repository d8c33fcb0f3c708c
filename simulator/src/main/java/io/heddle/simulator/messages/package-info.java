/** Reads the BGP messages that simulated speakers exchange, to count what is in them. Changes and makes none. */
@NullMarked
package io.heddle.simulator.messages;

import org.jspecify.annotations.NullMarked;
