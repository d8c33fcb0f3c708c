package io.heddle.controller.onos.pipeline;

/** What a flow stands for; kept in its cookie, so that it can be told when it is read back. */
public enum EntryClass {
    /** Follows from the configuration alone: no entry of the tables. */
    PLUMBING,
    ROUTE,
    NEIGHBOR,
    MAC,
    FLOOD
}
