package io.heddle.model.agent;

import io.heddle.model.net.Prefix;
import java.util.List;

/** The blocks that a node's agent may give addresses from, in the order of use; a /32 or /128 is a borrowed address. */
public record BlockGrant(String network, List<Prefix> blocks) {
    public BlockGrant {
        blocks = List.copyOf(blocks);
    }
}
