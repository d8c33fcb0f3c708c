package io.heddle.bgp.rib;

/**
 * Removes paths of a source that have become old, a slice at a time. What becomes old meanwhile is removed by the same walk, which then goes
 * around once more from where it is, so that a source that comes and goes a hundred times a second costs one walk at a time.
 */
final class Sweep implements TableTask {

    /** Generations are told apart as long as there are at most 127. */
    private static final int MOST_REQUESTS = 100;

    private final PathWalks walks;
    private final int source;
    private final int slice;
    private byte before;
    private int at;
    /** Where the walk was when it was last asked: it ends there, once it has been around. */
    private int until;

    private boolean around;
    private int requests;

    Sweep(PathWalks walks, int source, int slice) {
        this.walks = walks;
        this.source = source;
        this.slice = slice;
    }

    boolean isOf(PathWalks table, int from) {
        return walks == table && source == from;
    }

    /** Paths older than this generation, which is no older than any asked for before, are to go. */
    void request(byte generation) {
        before = generation;
        begin();
        if (++requests > MOST_REQUESTS) {
            while (step()) {}
            begin();
            requests = 1;
        }
    }

    private void begin() {
        until = at;
        around = at == 0;
    }

    @Override
    public boolean step() {
        int next = walks.sweep(source, before, at, slice);
        at = next == PathWalks.DONE ? 0 : next;
        boolean done = around && (at == 0 || until > 0 && at >= until);
        around |= at == 0;
        return !done && walks.holdsAny(source);
    }
}
