package io.heddle.controller.southbound.frr;

import io.heddle.model.fabric.DeviceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Gives one switch its configuration. Thread-safe; one change at a time. */
public final class FrrConfigurator implements AutoCloseable {

    private final DeviceName device;
    private final FrrTools tools;
    private final Path before;
    private final Path waiting;
    private final Consumer<ConfigRefused> troubles;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heddle-frr").factory());
    private @Nullable ScheduledFuture<?> deadline;

    private FrrConfigurator(DeviceName device, Path sockets, Path directory, Consumer<ConfigRefused> troubles) {
        this.device = device;
        this.troubles = troubles;
        tools = new FrrTools(device, sockets, directory);
        before = directory.resolve(device + ".before");
        waiting = directory.resolve(device + ".unconfirmed");
    }

    /**
     * Of a switch. A change that an earlier controller left unconfirmed is taken back now.
     *
     * @param sockets where its daemons' vty sockets are
     * @param directory keeps what ran before, and whether it waits for confirmation; survives the process
     * @param troubles told when a change could not be taken back in time
     */
    public static FrrConfigurator open(
            DeviceName device, Path sockets, Path directory, Consumer<ConfigRefused> troubles) throws ConfigRefused {
        FrrConfigurator configurator = new FrrConfigurator(device, sockets, directory, troubles);
        try {
            if (Files.exists(configurator.waiting)) {
                configurator.rollback();
            }
        } catch (ConfigRefused e) {
            configurator.timer.shutdownNow();
            throw e;
        }
        return configurator;
    }

    /** What a configuration would change. */
    public synchronized ConfigDifference difference(String config) throws ConfigRefused {
        return tools.test(config);
    }

    /** Changes to a configuration for good; {@link #rollback} can still take it back. */
    public synchronized ConfigDifference apply(String config) throws ConfigRefused {
        refuseWhileWaiting();
        return change(config);
    }

    /** Changes to a configuration, and back by itself unless {@link #confirm} comes in time. */
    public synchronized ConfigDifference applyUntilConfirmed(String config, Duration within) throws ConfigRefused {
        refuseWhileWaiting();
        // Before the change: whoever finds this after a crash takes back what may not even have begun, which does no
        // harm.
        keep(before, tools.running());
        keep(waiting, "");
        try {
            ConfigDifference difference = change(config);
            deadline = timer.schedule(this::timeIsOver, within.toMillis(), TimeUnit.MILLISECONDS);
            return difference;
        } catch (ConfigRefused e) {
            forget(waiting);
            throw e;
        }
    }

    private void refuseWhileWaiting() throws ConfigRefused {
        if (isWaiting()) {
            throw new ConfigRefused(device + " has a change that waits for confirmation");
        }
    }

    private ConfigDifference change(String config) throws ConfigRefused {
        // What cannot be read is found here, before anything is touched.
        ConfigDifference difference = tools.test(config);
        String old = tools.running();
        keep(before, old);
        try {
            tools.load(config);
        } catch (ConfigRefused e) {
            try {
                tools.load(old);
            } catch (ConfigRefused again) {
                e.addSuppressed(again);
            }
            throw e;
        }
        return difference;
    }

    /** Whether a change waits for {@link #confirm}. */
    public synchronized boolean isWaiting() {
        return Files.exists(waiting);
    }

    /** What runs now is what the switch starts with after a reboot; without this a reboot takes changes back. */
    public synchronized void persist() throws ConfigRefused {
        refuseWhileWaiting();
        tools.persist();
    }

    /** The change stays. */
    public synchronized void confirm() throws ConfigRefused {
        if (!isWaiting()) {
            throw new ConfigRefused(device + " has no change that waits for confirmation");
        }
        stopWaiting();
    }

    /** Back to what ran before the last change. */
    public synchronized void rollback() throws ConfigRefused {
        if (!Files.exists(before)) {
            throw new ConfigRefused("nothing is known of what " + device + " ran before");
        }
        try {
            tools.load(Files.readString(before));
        } catch (IOException e) {
            throw new ConfigRefused("cannot read " + before + ": " + e.getMessage(), e);
        }
        forget(before);
        stopWaiting();
    }

    private void stopWaiting() throws ConfigRefused {
        forget(waiting);
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private synchronized void timeIsOver() {
        if (!isWaiting()) {
            return;
        }
        try {
            rollback();
        } catch (ConfigRefused e) {
            troubles.accept(e);
        }
    }

    private static void keep(Path file, String text) throws ConfigRefused {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ConfigRefused("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void forget(Path file) throws ConfigRefused {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ConfigRefused("cannot delete " + file + ": " + e.getMessage(), e);
        }
    }

    /** Stops waiting for a deadline; what is unconfirmed is taken back by whoever opens the switch next. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
