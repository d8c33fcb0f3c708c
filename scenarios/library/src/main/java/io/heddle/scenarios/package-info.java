/** Scenario files, expectations, the runner and its reports. */
@NullMarked
package io.heddle.scenarios;

import org.jspecify.annotations.NullMarked;
