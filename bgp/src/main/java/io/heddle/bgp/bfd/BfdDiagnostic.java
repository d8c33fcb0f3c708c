package io.heddle.bgp.bfd;

/** Why a session last left Up, in the order of its numbers on the wire (RFC 5880 section 4.1). */
public enum BfdDiagnostic {
    NONE,
    DETECTION_TIME_EXPIRED,
    ECHO_FAILED,
    NEIGHBOR_SIGNALED_DOWN,
    FORWARDING_PLANE_RESET,
    PATH_DOWN,
    CONCATENATED_PATH_DOWN,
    ADMINISTRATIVELY_DOWN,
    REVERSE_CONCATENATED_PATH_DOWN;

    private static final BfdDiagnostic[] VALUES = values();

    /** Numbers that are not assigned read as {@link #NONE}: the field informs, nothing depends on it. */
    static BfdDiagnostic of(int number) {
        return number < VALUES.length ? VALUES[number] : NONE;
    }
}
