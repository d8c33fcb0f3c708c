package io.heddle.scenarios.script;

import io.heddle.simulator.timeline.SimTime;

/** An action and when it begins. */
public record Event(Origin origin, SimTime at, Action action) {}
