package io.heddle.simulator.event;

import io.heddle.model.audit.TableAudit;
import io.heddle.model.device.Restart;
import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Notice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * Switches that crash because a table is full, and start again as the row of their device says: after a while, and not more often than a limit.
 * Where nothing limits it in time, so many crashes are enough to say that it will go on so for ever. Single-threaded.
 */
final class Crashes {

    private static final int MANY = 10;
    private static final long SECOND = 1_000_000_000;

    private final World world;
    private final Map<DeviceName, Life> lives = new TreeMap<>();

    /** How one switch fared since the last time that somebody outside started it. */
    private static final class Life {
        /** When it was started, the latest last. */
        final Deque<Long> starts = new ArrayDeque<>();

        int crashes;
        boolean crashed;
        String stays = "";
    }

    Crashes(World world) {
        this.world = world;
    }

    private Life life(DeviceName device) {
        return lives.computeIfAbsent(device, _ -> new Life());
    }

    /** Somebody starts it, and what was before no longer counts. */
    void started(DeviceName device) {
        Life life = new Life();
        life.starts.add(world.now());
        lives.put(device, life);
    }

    /** Somebody switches it off: it does not start by itself any more. */
    void stopped(DeviceName device) {
        lives.remove(device);
    }

    /** A fabric that stands for long: starts of days ago are forgotten, and so are crashes that were got over. */
    void age() {
        lives.values().removeIf(each -> !each.crashed);
    }

    /** Says which switches are down because they crashed before anybody listened. */
    void tell() {
        lives.forEach((device, life) -> remark(device, "has crashed before anything happened, " + life.stays));
    }

    /** A table of a switch has no room for what is to be written next. */
    void crash(DeviceName device, TableAudit.Full full) {
        world.later(world.now(), () -> {
            if (world.plant.lives(device)) {
                down(device, full);
            }
        });
    }

    private void down(DeviceName device, TableAudit.Full full) {
        Life life = life(device);
        life.crashes++;
        life.crashed = true;
        String why = device + " crashes: no room in " + full.table().name();
        world.power.down(device, Notice.CARRIER, new Cause(Cause.Kind.OVERFLOW, why));
        Restart restart = full.overflow().restart().orElse(null);
        if (restart == null) {
            stay(device, life, "stays down until somebody starts it: nobody says that it starts by itself");
        } else if (life.crashes >= MANY) {
            world.rest.endless(device + " crashes whenever it has started, " + life.crashes
                    + " times so far: what it is told finds no room in "
                    + full.table().name());
        } else {
            again(device, life, restart);
        }
    }

    private void again(DeviceName device, Life life, Restart restart) {
        long at = world.now() + restart.after().toNanos();
        while (!life.starts.isEmpty()
                && at - life.starts.getFirst() >= restart.within().toNanos()) {
            life.starts.removeFirst();
        }
        if (life.starts.size() >= restart.starts()) {
            stay(
                    device,
                    life,
                    "stays down until somebody starts it: it crashed " + life.crashes
                            + " times, and is started no more than " + restart.starts() + " times in "
                            + restart.within().toSeconds() + " s");
            return;
        }
        world.later(at, () -> {
            if (lives.get(device) == life && !world.plant.lives(device)) {
                life.starts.add(world.now());
                life.crashed = false;
                long seconds = restart.after().toNanos() / SECOND;
                world.power.up(
                        device,
                        new Cause(Cause.Kind.OWN, device + " starts by itself " + seconds + " s after its crash"));
            }
        });
    }

    private void stay(DeviceName device, Life life, String text) {
        life.stays = text;
        remark(device, text);
    }

    private void remark(DeviceName device, String text) {
        world.note(new Change.Remark(device.value(), text), new Cause(Cause.Kind.OVERFLOW, device + " crashed"));
    }
}
