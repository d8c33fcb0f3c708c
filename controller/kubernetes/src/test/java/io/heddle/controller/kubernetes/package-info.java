@NullMarked
package io.heddle.controller.kubernetes;

import org.jspecify.annotations.NullMarked;
