package io.heddle.controller.kubernetes;

import io.heddle.controller.core.Event;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Keeps what it is told. */
final class Recording implements ClusterListener {

    final List<Event> events = new CopyOnWriteArrayList<>();
    final List<String> malformed = new CopyOnWriteArrayList<>();
    final List<String> reached = new CopyOnWriteArrayList<>();
    final List<String> away = new CopyOnWriteArrayList<>();

    @Override
    public void happened(Event event) {
        events.add(event);
    }

    @Override
    public void malformed(String object, String reason) {
        malformed.add(object + ": " + reason);
    }

    @Override
    public void reached(String kind, int objects) {
        reached.add(kind + " " + objects);
    }

    @Override
    public void away(String kind, String reason) {
        away.add(kind + ": " + reason);
    }

    /** Waits for something; says what was told when it does not come. */
    void until(String what, BooleanSupplier met) throws InterruptedException {
        for (int i = 0; i < 18_000; i++) {
            if (met.getAsBoolean()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        throw new AssertionError(what + " did not come: events " + events + ", malformed " + malformed + ", reached "
                + reached + ", away " + away);
    }
}
