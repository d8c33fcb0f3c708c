package io.heddle.model.agent;

import java.util.List;

/**
 * What the controller answers.
 *
 * @param acknowledged it has everything up to this number, durably; less than it was told before means: send a whole report
 * @param grants the blocks of the node, all of them, for each network that the controller manages
 */
public record AgentReply(long acknowledged, List<BlockGrant> grants) {
    public AgentReply {
        grants = List.copyOf(grants);
    }
}
