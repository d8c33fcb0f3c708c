@NullMarked
package io.heddle.scenarios.drill;

import org.jspecify.annotations.NullMarked;
