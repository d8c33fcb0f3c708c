package io.heddle.topology.file;

/**
 * The largest fabric that is read. Far above any that is built; what lies beyond is a slip of the finger, and would only be found out by
 * running out of memory.
 */
final class Sizes {

    static final int RACKS = 10_000;
    static final int SWITCHES_OF_A_KIND = 10_000;
    static final int NODES_A_RACK = 1_000;
    static final int CABLES_BETWEEN_TWO = 64;
    static final int CARDS = 64;
    static final int PORTS_OF_A_CARD = 16;
    static final int GPUS = 1_024;
    static final int PODS_A_NODE = 10_000;

    /** Listed pods, and pods of all nodes together. */
    static final int PODS = 16_000_000;

    /** Names that one range such as {@code node-(1-40)} stands for. */
    static final int RANGE = 10_000;

    /** Ports of all devices of a fabric together, written out or generated. */
    static final int PORTS = 1_000_000;

    private Sizes() {}
}
