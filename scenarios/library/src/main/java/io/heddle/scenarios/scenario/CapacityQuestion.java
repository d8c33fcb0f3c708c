package io.heddle.scenarios.scenario;

/**
 * How far a fabric can grow.
 *
 * @param from the size to begin with
 * @param to where to stop looking
 */
public record CapacityQuestion(Growth grows, int from, int to) {}
