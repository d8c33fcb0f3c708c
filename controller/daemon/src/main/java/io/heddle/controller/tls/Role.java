package io.heddle.controller.tls;

/** What a caller may do besides what every node may: speak for itself. */
public enum Role {
    /** Read everything. */
    READ,
    /** Read and change everything. */
    WRITE
}
