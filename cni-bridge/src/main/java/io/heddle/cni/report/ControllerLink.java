package io.heddle.cni.report;

import io.heddle.model.agent.AgentReply;
import io.heddle.model.agent.AgentReport;
import java.io.IOException;
import java.util.Optional;

/** The way to the controller. */
@FunctionalInterface
public interface ControllerLink {

    /**
     * Sends a report and waits for the reply.
     *
     * @return nothing when it was taken and is still to be kept: it is acknowledged with the next
     * @throws IOException when there was no usable answer; the report may have arrived
     */
    Optional<AgentReply> send(AgentReport report) throws IOException;
}
