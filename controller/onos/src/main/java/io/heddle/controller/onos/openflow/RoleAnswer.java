package io.heddle.controller.onos.openflow;

/** What a switch answers to a controller that asks for a role (OpenFlow 1.3.5 section 6.3.4). */
public sealed interface RoleAnswer {

    /** It has the role now. */
    record Granted() implements RoleAnswer {}

    /**
     * The switch has heard of a later leader ({@code OFPRRFC_STALE}); the role is what it was.
     *
     * @param generation the latest that the switch knows, unsigned
     */
    record Stale(long generation) implements RoleAnswer {}

    /** The switch refuses for another reason, or knows no roles. */
    record Refused(String reason) implements RoleAnswer {}
}
