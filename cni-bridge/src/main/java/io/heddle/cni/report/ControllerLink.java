package io.heddle.cni.report;

import io.heddle.model.agent.AgentReply;
import io.heddle.model.agent.AgentReport;
import java.io.IOException;

/** The way to the controller. */
@FunctionalInterface
public interface ControllerLink {

    /**
     * Sends a report and waits for the reply.
     *
     * @throws IOException when there was no usable answer; the report may have arrived
     */
    AgentReply send(AgentReport report) throws IOException;
}
