/** What a monitoring station makes of what we tell it. */
@NullMarked
package io.heddle.test.bmp;

import org.jspecify.annotations.NullMarked;
