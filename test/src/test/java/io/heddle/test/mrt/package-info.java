/** Dumps of the speaker read back by {@code bgpdump}. */
@NullMarked
package io.heddle.test.mrt;

import org.jspecify.annotations.NullMarked;
