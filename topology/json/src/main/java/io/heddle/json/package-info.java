/**
 * JSON as a small immutable tree (RFC 8259), read and written by jackson-core's stream. A tree, since a CNI plugin passes on what
 * it does not know: {@code prevResult} may carry fields of other plugins. Input is bounded in size and depth; a name given twice is
 * refused.
 */
@NullMarked
package io.heddle.json;

import org.jspecify.annotations.NullMarked;
