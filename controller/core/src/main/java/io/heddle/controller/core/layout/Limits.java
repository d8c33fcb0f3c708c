package io.heddle.controller.core.layout;

/**
 * What the owner of the fabric allows.
 *
 * @param blocksPerNode of one family, at most
 * @param singlesPerNode single addresses of one family once no block is left, at most
 * @param lendingBlocks how many blocks of a pool, its last, are only given out address by address
 * @param lowAddresses a node with fewer free addresses is given another block
 * @param warnShare of a table; above it the controller warns
 * @param aggregate whether a node's host routes may be replaced by its blocks when tables would overflow
 */
public record Limits(
        int blocksPerNode,
        int singlesPerNode,
        int lendingBlocks,
        int lowAddresses,
        double warnShare,
        boolean aggregate) {

    public static final Limits DEFAULT = new Limits(8, 64, 1, 8, 0.8, false);

    public Limits {
        if (blocksPerNode < 1 || singlesPerNode < 0 || lendingBlocks < 0 || lowAddresses < 0) {
            throw new IllegalArgumentException("limits " + blocksPerNode + ", " + singlesPerNode + ", " + lendingBlocks
                    + ", " + lowAddresses + " are below what is possible");
        }
        if (!(warnShare > 0 && warnShare <= 1)) {
            throw new IllegalArgumentException("warn share " + warnShare + " is outside 0..1");
        }
    }
}
