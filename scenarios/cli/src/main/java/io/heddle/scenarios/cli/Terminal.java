package io.heddle.scenarios.cli;

import io.heddle.scenarios.text.Style;
import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param coloured whether output goes to a terminal that shows colours
 * @param interactive whether errors go to a terminal, where progress may be shown
 */
record Terminal(PrintStream out, PrintStream err, boolean coloured, boolean interactive) {

    /** The launcher, which can ask the system, says in {@code heddle.terminal} which of {@code out} and {@code err} are terminals. */
    static Terminal ofProcess() {
        String terminals = System.getProperty("heddle.terminal", "");
        boolean colours = System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(System.out, System.err, colours && terminals.contains("out"), terminals.contains("err"));
    }

    static Terminal plain(PrintStream out, PrintStream err) {
        return new Terminal(out, err, false, false);
    }

    Style style() {
        return coloured ? Style.COLOUR : Style.PLAIN;
    }
}
