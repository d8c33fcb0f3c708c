/**
 * Every single failure, one after another: what each switch holds while one switch, card or cable is out. Failures that look alike are
 * computed once: see {@link io.heddle.simulator.failure.Likeness} for what "alike" means and what it does not prove.
 */
@NullMarked
package io.heddle.simulator.failure;

import org.jspecify.annotations.NullMarked;
