/**
 * Pods and the address blocks they are taken from, as data: read in any order, kept sorted, packed so that millions fit.
 */
@NullMarked
package io.heddle.model.endpoint;

import org.jspecify.annotations.NullMarked;
