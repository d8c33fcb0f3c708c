package io.heddle.scenarios.script;

import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.SimTime;
import java.util.Optional;

/** What is claimed of a drill. */
public sealed interface Claim {

    /**
     * No pair of pods is interrupted as long as this.
     *
     * @param from only pods that send from this node
     * @param to only pods on this node that are sent to
     */
    record Outage(SimTime under, Optional<DeviceName> from, Optional<DeviceName> to) implements Claim {}

    /** So many pairs of pods lose flows for good. */
    record CutOff(long pairs) implements Claim {}

    /** So many pods are gone at the end, with their nodes or stopped. */
    record Gone(long pods) implements Claim {}

    /** So many devices were part of a loop. */
    record Loops(long devices) implements Claim {}

    /** On so many switches a table overflowed on the way. */
    record Overflows(long switches) implements Claim {}

    /** Switches crash so many times altogether because a table is full. */
    record Crashes(long times) implements Claim {}

    /** Packets of so many pairs of pods go by the processor of a switch. */
    record InSoftware(long pairs) implements Claim {}

    /** So many pairs of pods reached each other from another address than the sender's, at the time when they were most. */
    record Translated(long pairs) implements Claim {}

    /** The last change of a table comes before this. */
    record Settled(SimTime within) implements Claim {}

    /** At most so many update messages are sent. */
    record Messages(long atMost) implements Claim {}

    /** Between these tiers at least so many percent of the bandwidth were left at any time. */
    record BandwidthLeft(String tiers, int percent) implements Claim {}
}
