/**
 * The house rules that a compiler does not hold: which room may use which, where third-party types stop, no cycles, no clock and no
 * unseeded randomness in the product.
 *
 * <p>The rules are functions of a root package, so that each can also be run once against classes under {@code fixture} that break
 * it: a rule that cannot fail would hold nothing.
 */
@NullMarked
package io.heddle.test.architecture;

import org.jspecify.annotations.NullMarked;
