package io.heddle.model.agent;

import io.heddle.model.fabric.DeviceName;
import java.util.List;

/**
 * What an agent tells.
 *
 * @param whole whether the events are every attachment there is, in place of all that was said before
 * @param upTo the number of the last event that this report covers
 * @param events in order of their numbers; of a whole report all attached, with numbers of no meaning
 */
public record AgentReport(DeviceName node, boolean whole, long upTo, List<AgentEvent> events) {

    /** The format of report and reply as JSON. */
    public static final int FORMAT = 1;

    public AgentReport {
        events = List.copyOf(events);
        if (whole && events.stream().anyMatch(each -> each instanceof AgentEvent.PodDetached)) {
            throw new IllegalArgumentException("a whole report of " + node + " has a detached pod");
        }
    }
}
