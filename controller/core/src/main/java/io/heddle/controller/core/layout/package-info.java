/**
 * What the controller is told of the fabric before anything happens: nodes with their planned blocks and the leafs they hang on, pools,
 * switches, limits. Plain data, made by the daemon from a plan; the core sees nothing else of it.
 */
@NullMarked
package io.heddle.controller.core.layout;

import org.jspecify.annotations.NullMarked;
