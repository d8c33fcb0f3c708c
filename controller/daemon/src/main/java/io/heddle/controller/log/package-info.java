/**
 * The controller's log: a line an event, JSON or text, with one list of event names. A name once in the list keeps its meaning. Values are
 * what the caller gives; keys, certificates and bodies are never given: see {@link io.heddle.controller.log.LogEvent}.
 */
@NullMarked
package io.heddle.controller.log;

import org.jspecify.annotations.NullMarked;
