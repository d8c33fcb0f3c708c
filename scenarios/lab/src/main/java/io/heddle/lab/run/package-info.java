/** A lab from its first namespace to its last: built, looked at, broken and repaired, taken down, also after its builder died. */
@NullMarked
package io.heddle.lab.run;

import org.jspecify.annotations.NullMarked;
