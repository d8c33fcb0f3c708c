package io.heddle.model.fabric;

/** A rack, in the order of the floor. */
public record Rack(RackName name) {}
