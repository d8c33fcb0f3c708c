package io.heddle.bgp.speaker;

/** Told of sessions from within the speaker's calls; it must only note what it hears, and call the speaker later. */
public interface SessionWatcher {

    /** Hears nothing. */
    SessionWatcher NOBODY = new SessionWatcher() {
        @Override
        public void up(int peer) {}

        @Override
        public void down(int peer) {}

        @Override
        public void sentAll(int peer) {}
    };

    /** A session is established. */
    void up(int peer);

    /** A session is no longer established. */
    void down(int peer);

    /** Everything there was to say to an established peer has been handed to its connection. */
    void sentAll(int peer);
}
