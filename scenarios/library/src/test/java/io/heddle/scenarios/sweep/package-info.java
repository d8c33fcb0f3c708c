@NullMarked
package io.heddle.scenarios.sweep;

import org.jspecify.annotations.NullMarked;
