/** Rendered configuration, read by the parsers of those it is written for. */
@NullMarked
package io.heddle.test.render;

import org.jspecify.annotations.NullMarked;
