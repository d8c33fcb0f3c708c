package io.heddle.scenarios.cli;

import java.io.PrintStream;
import java.util.List;

/** What is said when Heddle itself is at fault. */
final class BugReport {

    private BugReport() {}

    /** Writes what to report and returns the exit code. */
    static int write(List<String> args, Throwable thrown, PrintStream err) {
        err.println(
                "heddle: this is a bug in Heddle, not in your input. Please report it with all that follows, and the");
        err.println("files that were read, if you may share them.");
        err.println();
        err.print(Build.read().describe());
        err.println("java " + Runtime.version() + " on " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch"));
        err.println("command: heddle " + String.join(" ", args));
        thrown.printStackTrace(err);
        return Command.BUG;
    }
}
