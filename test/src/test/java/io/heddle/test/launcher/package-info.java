/** The launcher {@code ./heddle}, run as a person runs it. */
@NullMarked
package io.heddle.test.launcher;

import org.jspecify.annotations.NullMarked;
