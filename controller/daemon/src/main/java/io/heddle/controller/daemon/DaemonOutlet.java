package io.heddle.controller.daemon;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Effect;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Step;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.daemon.loop.Outlet;
import io.heddle.controller.http.api.Feed;
import java.util.Collection;
import java.util.List;

/** What was decided goes to switches, watchers and the log. */
final class DaemonOutlet implements Outlet {

    private final Southbound southbound;
    private final Feed feed;
    private final DaemonLog log;

    DaemonOutlet(Southbound southbound, Feed feed, DaemonLog log) {
        this.southbound = southbound;
        this.feed = feed;
        this.log = log;
    }

    @Override
    public void want(Collection<Wanted> wants) {
        southbound.want(wants);
    }

    @Override
    public void stepped(Event event, Step step) {
        feed.stepped(event, step);
        for (Effect effect : step.effects()) {
            switch (effect) {
                case Effect.Refused refused ->
                    log.write("refused", "refusal", refused.refusal(), "reason", refused.reason());
                case Effect.Warn warn -> log.write("warning", "subject", warn.subject(), "text", warn.text());
                case Effect.Persist _, Effect.Announce _, Effect.ReplyToAgent _ -> {
                    // Done already, or the answer of who asked.
                }
            }
        }
    }

    @Override
    public void written(long revision, List<Change> changes) {
        feed.written(revision, changes, "written by another controller");
    }

    @Override
    public void trouble(String reason) {
        if (reason.isEmpty()) {
            log.write("writing");
        } else {
            log.write("not-writing", "reason", reason);
        }
    }
}
