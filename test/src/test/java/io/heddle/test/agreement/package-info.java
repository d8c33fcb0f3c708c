/**
 * The solver of the stable state against the slow reference: equal tables, entry by entry, on many random fabrics, with failures.
 */
@NullMarked
package io.heddle.test.agreement;

import org.jspecify.annotations.NullMarked;
