package io.heddle.bgp.netty;

import io.heddle.bgp.speaker.Speaker;

/** Something to tell the speaker on its own thread. */
@FunctionalInterface
public interface SpeakerTask {

    void on(Speaker speaker, long now);
}
