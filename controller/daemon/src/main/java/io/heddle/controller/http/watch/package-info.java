/**
 * What happened, for those who watch. One log of bounded size for all watchers; each has a place in it and reads when its connection can
 * be written to, so that a slow watcher costs nothing: it is cut off when the log has passed its place.
 */
@NullMarked
package io.heddle.controller.http.watch;

import org.jspecify.annotations.NullMarked;
