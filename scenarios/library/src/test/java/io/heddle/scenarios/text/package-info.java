@NullMarked
package io.heddle.scenarios.text;

import org.jspecify.annotations.NullMarked;
