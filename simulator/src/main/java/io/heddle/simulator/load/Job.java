package io.heddle.simulator.load;

import io.heddle.simulator.walk.FlowHash;

/**
 * A step of a job whose traffic is looked at.
 *
 * @param bytes S of {@link Pattern}, from 1
 * @param servers parameter servers, from 1; only for their patterns
 * @param flows flows that a transfer is cut into, from 1 (queue pairs a connection)
 */
public record Job(Pattern pattern, int ranks, long bytes, int servers, int flows, FlowHash hash) {

    public Job {
        if (ranks < 2) {
            throw new IllegalArgumentException("a job of " + ranks + " ranks sends nothing; expected at least 2");
        }
        if (bytes < 1 || flows < 1) {
            throw new IllegalArgumentException("a job of " + bytes + " bytes a rank in " + flows + " flows");
        }
        if (servers < 1 || servers >= ranks) {
            throw new IllegalArgumentException(
                    servers + " parameter servers of " + ranks + " ranks; expected 1 to " + (ranks - 1));
        }
    }
}
