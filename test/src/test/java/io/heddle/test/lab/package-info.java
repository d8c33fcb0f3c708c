/** Fabrics of real FRR in namespaces, and whether they hold what the solver computes. Needs root and FRR. */
@NullMarked
package io.heddle.test.lab;

import org.jspecify.annotations.NullMarked;
