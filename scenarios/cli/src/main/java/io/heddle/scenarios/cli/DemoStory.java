package io.heddle.scenarios.cli;

import java.io.PrintStream;
import java.util.Locale;

/** What the demo says, with the time since it began, and whether all of it was as it should be. */
final class DemoStory {

    private final PrintStream out;
    private final long start = System.nanoTime();
    private boolean good = true;

    DemoStory(PrintStream out) {
        this.out = out;
    }

    void say(String what) {
        out.println(String.format(Locale.ROOT, "%5.1f s  %s", (System.nanoTime() - start) / 1e9, what));
        out.flush();
    }

    /** Says how something came out. */
    void check(boolean holds, String what) {
        good &= holds;
        say((holds ? "  ok    " : "  WRONG ") + what);
    }

    boolean isGood() {
        return good;
    }
}
