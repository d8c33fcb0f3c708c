package io.heddle.controller.onos.provider;

/** Whether this controller, among those that a switch knows, is the one to change it. */
public sealed interface Lead {

    /** There is no other: switches are not asked for a role. */
    record Alone() implements Lead {}

    /**
     * It is.
     *
     * @param term greater than that of every leader before; switches know it as {@code generation_id}
     */
    record Leads(long term) implements Lead {}

    /** Another is, or nobody. */
    record Follows() implements Lead {}
}
