/** The load of GPU jobs on generated fabrics, against closed forms. */
@NullMarked
package io.heddle.test.load;

import org.jspecify.annotations.NullMarked;
