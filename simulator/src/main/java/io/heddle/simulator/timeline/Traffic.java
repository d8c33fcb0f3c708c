package io.heddle.simulator.timeline;

/**
 * What routing protocols sent since the first incident.
 *
 * @param messages updates; keepalives are not counted
 * @param announced routes in them
 * @param withdrawn routes taken back in them
 * @param bytes of those messages
 */
public record Traffic(long messages, long announced, long withdrawn, long bytes) {
    public static final Traffic NONE = new Traffic(0, 0, 0, 0);
}
