/** The survey of single failures on generated fabrics: what is computed once for many must be what each would have given. */
@NullMarked
package io.heddle.test.failure;

import org.jspecify.annotations.NullMarked;
