package io.heddle.scenarios.cli;

import java.util.List;

/** A subcommand. */
interface Command {

    int HOLDS = 0;
    int DOES_NOT_HOLD = 1;
    int BAD_INPUT = 2;
    int BUG = 3;

    /** The machine or the rights for it are missing. */
    int NEEDS_MORE = 77;

    /** Runs with the words after the command's name and returns the exit code. */
    int run(List<String> args, Terminal terminal) throws InputException;
}
