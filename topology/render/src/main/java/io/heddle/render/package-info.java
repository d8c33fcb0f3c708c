/**
 * Configuration as text: what {@link io.heddle.model.config.SwitchConfig} and {@link io.heddle.model.config.NodeProgram} say, in the
 * words of a routing daemon or operating system. Every renderer is a pure function to deterministic text that may be kept in git; what
 * a target cannot say is returned beside the text as a {@link io.heddle.render.Gap}, never left out in silence.
 */
@NullMarked
package io.heddle.render;

import org.jspecify.annotations.NullMarked;
