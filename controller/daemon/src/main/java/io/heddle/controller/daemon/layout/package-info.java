/** What the core is told of a fabric, made from its plan. */
@NullMarked
package io.heddle.controller.daemon.layout;

import org.jspecify.annotations.NullMarked;
