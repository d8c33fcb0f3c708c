package io.heddle.scenarios.cli;

import io.heddle.scenarios.run.Progress;
import io.heddle.scenarios.wording.Numbers;

/** A line on the terminal that says how far a long run is and how long it will take. Shown from the second on. */
final class ProgressLine implements Progress {

    private static final long NANOS_A_SECOND = 1_000_000_000L;

    /** Back to the first column, and everything after it cleared (ECMA-48 section 8.3.41). */
    private static final String CLEAR = "\r\u001B[K";

    private final Terminal terminal;
    private final String title;
    private final long start = System.nanoTime();
    private long shown = start;
    private boolean visible;

    private ProgressLine(Terminal terminal, String title) {
        this.terminal = terminal;
        this.title = title;
    }

    static ProgressLine of(Terminal terminal, String title) {
        return new ProgressLine(terminal, title);
    }

    @Override
    public void done(String what, int done, int of) {
        long now = System.nanoTime();
        if (!terminal.interactive() || now - shown < NANOS_A_SECOND) {
            return;
        }
        shown = now;
        visible = true;
        String left = "";
        if (of > 0) {
            long seconds = (now - start) * (of - done) / Math.max(1, done) / NANOS_A_SECOND;
            left = " of " + Numbers.of(of) + ", about " + Numbers.of(seconds + 1) + " s left";
        }
        terminal.err().print(CLEAR + title + ": " + Numbers.of(done) + left + " (" + what + ")");
        terminal.err().flush();
    }

    /** Takes the line away. */
    void clear() {
        if (visible) {
            terminal.err().print(CLEAR);
            terminal.err().flush();
        }
    }
}
