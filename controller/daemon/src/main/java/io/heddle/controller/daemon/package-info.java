/**
 * The controller as a process: its configuration, and how core, store, drivers and API are joined.
 */
@NullMarked
package io.heddle.controller.daemon;

import org.jspecify.annotations.NullMarked;
