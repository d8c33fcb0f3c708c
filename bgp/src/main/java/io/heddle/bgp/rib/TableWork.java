package io.heddle.bgp.rib;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is still to be done on tables, one slice of one task at a time, each task in its turn. Single-threaded. */
final class TableWork {

    /** Paths looked at in one slice: well under a millisecond. */
    static final int SLICE = 16_384;

    private final Deque<TableTask> tasks = new ArrayDeque<>(0);
    private final int slice;

    /**
     * Nothing to do yet.
     *
     * @param slice how many paths or destinations a task may look at in one go
     */
    TableWork(int slice) {
        this.slice = slice;
    }

    int slice() {
        return slice;
    }

    void add(TableTask task) {
        tasks.add(task);
    }

    /** Removes paths of a source that are older than a generation. */
    void sweep(PathWalks walks, int source, byte before) {
        if (!walks.holdsAny(source)) {
            return;
        }
        for (TableTask each : tasks) {
            if (each instanceof Sweep sweep && sweep.isOf(walks, source)) {
                sweep.request(before);
                return;
            }
        }
        Sweep sweep = new Sweep(walks, source, slice);
        sweep.request(before);
        tasks.add(sweep);
    }

    /** Drops what ends with a session. */
    void end(PeerRoutes session) {
        tasks.removeIf(each -> each.session() == session);
    }

    /** Does a slice of the next task. */
    void step() {
        TableTask task = tasks.poll();
        if (task != null && task.step()) {
            tasks.add(task);
        }
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }
}
