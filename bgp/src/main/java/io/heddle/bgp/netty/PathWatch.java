package io.heddle.bgp.netty;

import io.heddle.bgp.bfd.BfdPath;
import io.heddle.bgp.bfd.BfdTimers;

/** Watches the paths to peers; called on the speaker's thread, where it must not wait. */
public interface PathWatch {

    /** Watches none. */
    PathWatch NONE = new PathWatch() {
        @Override
        public void watch(int peer, BfdPath path, BfdTimers timers) {}

        @Override
        public void unwatch(int peer) {}
    };

    /** Watches this path instead of the one watched for the peer before. */
    void watch(int peer, BfdPath path, BfdTimers timers);

    void unwatch(int peer);
}
