/**
 * A whole fabric for one target: {@link io.heddle.render.target.FabricRenderer} gives the files of every device that the target is for,
 * what it cannot say, and which devices it is not for.
 */
@NullMarked
package io.heddle.render.target;

import org.jspecify.annotations.NullMarked;
