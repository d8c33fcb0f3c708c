/**
 * An ordered map that never changes: every update shares all but a path of nodes with the map it came from. A state of half a million
 * pods is stepped in microseconds, and a reader keeps its snapshot for as long as it likes.
 */
@NullMarked
package io.heddle.controller.core.tree;

import org.jspecify.annotations.NullMarked;
