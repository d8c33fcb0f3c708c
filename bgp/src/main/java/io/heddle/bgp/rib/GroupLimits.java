package io.heddle.bgp.rib;

/**
 * What bounds the work and memory of an update group.
 *
 * @param batch how many destinations are looked at in one go: enough that equal attributes meet, few enough to be done in a millisecond
 * @param sets how many different attribute sets a batch may have: bounds its size in bytes
 * @param rounds how many batches a member may cause to be looked at before it hands over what there is
 * @param mostBehind a member that lags behind the others by more than this many bytes has to catch up on its own
 */
record GroupLimits(int batch, int sets, int rounds, long mostBehind) {

    static final GroupLimits DEFAULT = new GroupLimits(4096, 1024, 8, 4L << 20);
}
