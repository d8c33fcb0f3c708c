@NullMarked
package io.heddle.scenarios.json;

import org.jspecify.annotations.NullMarked;
