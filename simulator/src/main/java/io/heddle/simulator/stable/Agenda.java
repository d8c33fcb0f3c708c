package io.heddle.simulator.stable;

import java.util.Arrays;

/** Which core routers must choose again in the next round, and what they must look at. For one thread. */
final class Agenda {

    private final CoreGraph core;
    private final boolean[] isListed;
    /** Whether a router must look at all its sessions again, since something it used has changed. */
    private final boolean[] lostSome;
    /** Sessions over which something new arrived that could matter, by receiver. */
    private final int[][] arrived;

    private final int[] arrivedCount;
    private int[] listed;
    private int listedCount;
    private int[] batch;

    Agenda(CoreGraph core) {
        this.core = core;
        int routers = core.routers.length;
        isListed = new boolean[routers];
        lostSome = new boolean[routers];
        arrived = new int[routers][8];
        arrivedCount = new int[routers];
        listed = new int[routers];
        batch = new int[routers];
    }

    void clear() {
        Arrays.fill(isListed, false);
        Arrays.fill(lostSome, false);
        Arrays.fill(arrivedCount, 0);
        listedCount = 0;
    }

    boolean isEmpty() {
        return listedCount == 0;
    }

    private void list(int v) {
        if (!isListed[v]) {
            isListed[v] = true;
            listed[listedCount++] = v;
        }
    }

    /** Lists a router that must choose among all its routes. */
    void forAll(int v) {
        lostSome[v] = true;
        list(v);
    }

    /** Lists the receiver of a session over which something came that may be as good as what it has. */
    void arrival(int s) {
        int v = core.to[s];
        if (arrivedCount[v] == arrived[v].length) {
            arrived[v] = Arrays.copyOf(arrived[v], arrivedCount[v] * 2);
        }
        arrived[v][arrivedCount[v]++] = s;
        list(v);
    }

    /** Starts a round: {@link #batch} has the listed routers, the list is empty. Returns their number. */
    int take() {
        int[] taken = listed;
        listed = batch;
        batch = taken;
        int count = listedCount;
        listedCount = 0;
        for (int i = 0; i < count; i++) {
            isListed[taken[i]] = false;
        }
        return count;
    }

    /** The routers of this round; the caller may reorder them. */
    int[] batch() {
        return batch;
    }

    boolean mustLookAtAll(int v) {
        return lostSome[v];
    }

    int arrivals(int v) {
        return arrivedCount[v];
    }

    /** A session over which something arrived; the same may come twice. */
    int arrival(int v, int position) {
        return arrived[v][position];
    }

    /** The router has looked. */
    void done(int v) {
        arrivedCount[v] = 0;
        lostSome[v] = false;
    }
}
