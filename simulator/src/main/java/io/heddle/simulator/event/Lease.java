package io.heddle.simulator.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which controller leads: one that the store answers, at a time. One that has not heard of the store for as long as a lease lasts stops by
 * itself, and another one follows no sooner. A store without majority ends no lease; when it is back, those of before begin anew.
 * Single-threaded.
 */
final class Lease {

    private final World world;
    private final long lasts;
    private final SharedStore store;
    private final List<Replica> replicas;
    private final Listener listener;
    private @Nullable Replica holder;
    private long until;

    /** Is told who leads. */
    interface Listener {
        void leads(Replica replica);

        void leadsNoMore(Replica replica);
    }

    Lease(World world, long lasts, SharedStore store, List<Replica> replicas, Listener listener) {
        this.world = world;
        this.lasts = lasts;
        this.store = store;
        this.replicas = replicas;
        this.listener = listener;
    }

    @Nullable
    Replica holder() {
        return holder;
    }

    /** Somebody may lead now who could not before. */
    void elect() {
        if (holder != null || world.now() < until) {
            return;
        }
        for (Replica each : replicas) {
            if (each.isRunning() && store.answers(each)) {
                holder = each;
                listener.leads(each);
                return;
            }
        }
    }

    void died(Replica replica) {
        if (replica == holder) {
            holder = null;
            from(world.now() + lasts);
        }
    }

    /** The store answers nobody, or not its leader. */
    void unheard() {
        Replica leading = holder;
        if (leading != null && !store.answers(leading)) {
            long times = leading.timesAnswered();
            world.later(world.now() + lasts, () -> {
                if (leading == holder && !store.answers(leading) && leading.timesAnswered() == times) {
                    holder = null;
                    listener.leadsNoMore(leading);
                    elect();
                }
            });
        }
    }

    /** The store has a majority again. */
    void answersAgain() {
        if (holder == null) {
            from(world.now() + lasts);
        }
    }

    private void from(long end) {
        until = end;
        world.later(end, this::elect);
    }
}
