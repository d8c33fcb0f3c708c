@NullMarked
package io.heddle.controller.daemon;

import org.jspecify.annotations.NullMarked;
