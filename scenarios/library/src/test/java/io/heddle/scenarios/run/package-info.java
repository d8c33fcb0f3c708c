/** How a case is run: what is refused before anything is computed. */
@NullMarked
package io.heddle.scenarios.run;

import org.jspecify.annotations.NullMarked;
