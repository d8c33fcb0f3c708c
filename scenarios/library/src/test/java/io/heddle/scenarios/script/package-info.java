@NullMarked
package io.heddle.scenarios.script;

import org.jspecify.annotations.NullMarked;
