package io.heddle.controller.daemon;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Effect;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Step;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.daemon.loop.Outlet;
import io.heddle.controller.http.api.Feed;
import io.heddle.controller.log.EventLog;
import io.heddle.controller.log.LogEvent;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What was decided goes to switches, watchers and the log. */
final class DaemonOutlet implements Outlet {

    private final Southbound southbound;
    private final EventLog log;
    private final Consumer<Event> heard;
    private volatile @Nullable Feed feed;

    /** @param heard told of every event that was stepped here */
    DaemonOutlet(Southbound southbound, EventLog log, Consumer<Event> heard) {
        this.southbound = southbound;
        this.log = log;
        this.heard = heard;
    }

    /** From now on there may be watchers. */
    void feed(Feed watched) {
        feed = watched;
    }

    @Override
    public void want(Collection<Wanted> wants) {
        southbound.want(wants);
    }

    @Override
    public void stepped(Event event, Step step) {
        heard.accept(event);
        Feed watched = feed;
        if (watched != null) {
            watched.stepped(event, step);
        }
        for (Effect effect : step.effects()) {
            switch (effect) {
                case Effect.Refused refused ->
                    log.write(LogEvent.REFUSED, "refusal", refused.refusal(), "reason", refused.reason());
                case Effect.Warn warn -> log.write(LogEvent.WARNING, "subject", warn.subject(), "text", warn.text());
                case Effect.Persist _, Effect.Announce _, Effect.ReplyToAgent _ -> {
                    // Done already, or the answer of who asked.
                }
            }
        }
    }

    @Override
    public void written(long revision, List<Change> changes) {
        Feed watched = feed;
        if (watched != null) {
            watched.written(revision, changes, "written by another controller");
        }
    }

    @Override
    public void leads(long term) {
        southbound.leads(term);
    }

    @Override
    public void trouble(String reason) {
        if (reason.isEmpty()) {
            log.write(LogEvent.WRITING);
        } else {
            log.write(LogEvent.NOT_WRITING, "reason", reason);
        }
    }
}
