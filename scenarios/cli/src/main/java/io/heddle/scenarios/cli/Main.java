package io.heddle.scenarios.cli;

import java.io.PrintStream;
import java.util.List;

/** The {@code heddle} command. */
public final class Main {

    private static final int OK = 0;
    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] args) {
        int exitCode = run(List.of(args), System.out, System.err);
        System.out.flush();
        System.err.flush();
        // Not System.exit: it looks for a logger to tell of the exit, through every jar of the class path.
        Runtime.getRuntime().halt(exitCode);
    }

    /** Runs one command and returns its exit code; writes nowhere but to {@code out} and {@code err}. */
    static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.equals(List.of("version"))) {
            out.print(Build.read().describe());
            return OK;
        }
        err.println("usage: heddle version");
        return USAGE;
    }
}
