/**
 * The controller's drivers against real switches: FRR and the kernel in network namespaces. Each trap that breaks a fabric is set here and
 * shown not to close.
 */
@NullMarked
package io.heddle.test.southbound;

import org.jspecify.annotations.NullMarked;
