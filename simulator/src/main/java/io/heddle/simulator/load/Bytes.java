package io.heddle.simulator.load;

/**
 * What crosses each directed cable.
 *
 * @param directed bytes by the number of the directed cable
 * @param lost bytes that had no way
 */
record Bytes(double[] directed, double lost) {}
