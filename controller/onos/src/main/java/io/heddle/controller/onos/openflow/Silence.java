package io.heddle.controller.onos.openflow;

/** How long a peer has said nothing, and how long it has been shaking hands, in ticks. Single-threaded. */
final class Silence {

    /** A peer that is silent, or still shaking hands, after so many is given up. */
    static final int MOST_TICKS = 3;

    /** What is to be done about it. */
    enum Verdict {
        NOTHING,
        ASK,
        GIVE_UP
    }

    private boolean heard;
    private int silent;
    private int shaking;

    void heard() {
        heard = true;
    }

    /** @param ready whether the handshake is done */
    Verdict tick(boolean ready) {
        silent = heard ? 0 : silent + 1;
        heard = false;
        if (!ready) {
            shaking++;
        }
        if (silent >= MOST_TICKS || !ready && shaking >= MOST_TICKS) {
            return Verdict.GIVE_UP;
        }
        return silent > 0 && ready ? Verdict.ASK : Verdict.NOTHING;
    }
}
