package io.heddle.cni.spec;

/** Error codes: up to 99 of the specification (section 5, Error), from 100 on Heddle's own. */
public enum CniCode {
    INCOMPATIBLE_VERSION(1),
    UNSUPPORTED_FIELD(2),
    UNKNOWN_CONTAINER(3),
    BAD_ENVIRONMENT(4),
    IO_FAILURE(5),
    UNDECODABLE(6),
    BAD_CONFIGURATION(7),
    TRY_AGAIN(11),
    NOT_AVAILABLE(50),
    NOT_AVAILABLE_AND_LIMITED(51),
    /** The node's blocks have no free address. */
    EXHAUSTED(110),
    /** A requested address is outside the blocks, or taken. */
    ADDRESS_REFUSED(111),
    /** The container has an interface of this name. */
    INTERFACE_EXISTS(112),
    /** CHECK found something missing or changed. */
    CHECK_FAILED(113),
    /** The kernel refused what the plugin asked of it. */
    KERNEL_REFUSED(114);

    private final int number;

    CniCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
