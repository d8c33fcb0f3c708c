package io.heddle.simulator.timeline;

/** A change, when it happened and why. */
public record Moment(SimTime at, Change change, Cause cause) {}
