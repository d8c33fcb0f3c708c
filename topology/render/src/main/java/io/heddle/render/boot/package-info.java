/**
 * What a switch does once, when it starts. In: {@link io.heddle.model.config.SwitchConfig}; out: files beside the configuration of its
 * daemons. Not supported: SONiC, whose ports are lit by its own services.
 */
@NullMarked
package io.heddle.render.boot;

import org.jspecify.annotations.NullMarked;
