package io.heddle.controller.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Controller;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.Step;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.daemon.loop.Outlet;
import io.heddle.controller.log.EventLog;
import io.heddle.controller.store.Kept;
import io.heddle.controller.store.Store;
import io.heddle.controller.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FirstReadingTest implements Store, Outlet {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final EventLog log =
            new EventLog(new PrintStream(said, true, StandardCharsets.UTF_8), true, InstantSource.system());
    private long seconds;
    private int away;
    private boolean corrupt;
    private int read;

    private void start() throws Exception {
        try (ControllerLoop loop = new ControllerLoop(
                new Controller(Judge.LENIENT),
                this,
                this,
                true,
                fault -> {
                    throw new AssertionError(fault);
                },
                () -> 0)) {
            FirstReading.start(loop, Layout.NONE, log, () -> TimeUnit.SECONDS.toNanos(seconds += 10));
        }
    }

    @Test
    void aStoreThatComesAWhileLaterIsWaitedFor() throws Exception {
        away = 2;
        start();

        assertThat(read).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains("is waited for: the cluster: nobody answers");
    }

    @Test
    void aStoreThatStaysAwayIsGivenUp() {
        away = 1_000;
        assertThatThrownBy(this::start).hasMessage("the cluster: nobody answers");
        assertThat(read).isEqualTo(4);
    }

    @Test
    void whatWaitingWillNotMendIsSaidAtOnce() {
        corrupt = true;
        assertThatThrownBy(this::start).isInstanceOf(StoreException.Corrupt.class);
        assertThat(read).isEqualTo(1);
    }

    @Override
    public Kept load() throws StoreException {
        read++;
        if (corrupt) {
            throw new StoreException.Corrupt("the cluster", "nonsense");
        }
        if (read <= away) {
            throw new StoreException.Unreachable("the cluster", "nobody answers");
        }
        return new Kept(0, List.of());
    }

    @Override
    public void commit(long revision, List<Change> changes) {}

    @Override
    public void want(Collection<Wanted> wants) {}

    @Override
    public void stepped(Event event, Step step) {}

    @Override
    public void written(long revision, List<Change> changes) {}

    @Override
    public void trouble(String reason) {}

    @Override
    public void close() {}
}
