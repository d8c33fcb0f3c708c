/** Tables as computed beside tables as held: every entry, every leg, in both directions. */
@NullMarked
package io.heddle.lab.diff;

import org.jspecify.annotations.NullMarked;
