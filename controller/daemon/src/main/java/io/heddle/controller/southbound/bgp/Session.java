package io.heddle.controller.southbound.bgp;

import io.heddle.bgp.speaker.PeerStatus;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.southbound.SwitchEvent;
import io.heddle.controller.southbound.SwitchStatus;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A switch as its table sees it: what it is to hold, and how far it has been told. Lives on the speaker's thread. */
final class Session {

    private static final long NEVER = -1;

    final BgpSwitch config;
    private final Consumer<SwitchEvent> events;
    /** Its number with the speaker. */
    int peer = -1;

    private Wanted wanted;
    private boolean up;
    /** All of what the speaker has for it was handed to its connection. */
    private boolean idle;

    private long told = NEVER;

    Session(BgpSwitch config, Consumer<SwitchEvent> events) {
        this.config = config;
        this.events = events;
        wanted = Wanted.nothing(config.device());
    }

    Wanted wanted() {
        return wanted;
    }

    /** What it is to hold is in the speaker's table. */
    void want(Wanted next) {
        wanted = next;
    }

    /** The speaker has something to tell it that it had not before. */
    void stir() {
        idle = false;
    }

    /** Nothing of the latest want was new to it, or all has been sent already. */
    void settle() {
        if (up && idle) {
            tell();
        }
    }

    void up() {
        up = true;
        idle = false;
        told = NEVER;
        events.accept(new SwitchEvent.Up(config.device()));
    }

    void down(String reason) {
        up = false;
        idle = false;
        told = NEVER;
        events.accept(new SwitchEvent.Down(config.device(), reason));
    }

    void sentAll() {
        idle = true;
        tell();
    }

    private void tell() {
        if (told != wanted.revision()) {
            told = wanted.revision();
            events.accept(new SwitchEvent.Told(config.device(), told));
        }
    }

    SwitchStatus status(PeerStatus session, int received) {
        return new SwitchStatus(
                config.device(),
                session.isEstablished(),
                session.state().getClass().getSimpleName(),
                session.reason(),
                session.lastError(),
                wanted.revision(),
                told == NEVER ? OptionalLong.empty() : OptionalLong.of(told),
                wanted.routes().size(),
                received,
                session.counters().map(each -> each.bytesSent()).orElse(0L));
    }
}
