/** Packets followed through fabrics of every design. */
@NullMarked
package io.heddle.test.walk;

import org.jspecify.annotations.NullMarked;
