/**
 * {@code io.heddle.model.agent} as JSON, both ways and for both ends: the node's agent writes reports and reads replies, the controller
 * reads reports and writes replies. Format {@link io.heddle.model.agent.AgentReport#FORMAT}; newer than known is refused by name. A member
 * of unknown name is passed over, so that an agent may tell more than its controller understands.
 */
@NullMarked
package io.heddle.json.agent;

import org.jspecify.annotations.NullMarked;
