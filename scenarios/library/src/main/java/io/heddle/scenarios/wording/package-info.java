/** How numbers and values are written for people, the same in every report. */
@NullMarked
package io.heddle.scenarios.wording;

import org.jspecify.annotations.NullMarked;
