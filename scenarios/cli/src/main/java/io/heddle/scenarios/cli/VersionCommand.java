package io.heddle.scenarios.cli;

import java.util.List;

/** {@code heddle version}. */
final class VersionCommand implements Command {

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        if (!args.isEmpty()) {
            throw new InputException("'" + args.getFirst() + "' is one word too many\nusage: heddle version");
        }
        terminal.out().print(Build.read().describe());
        return HOLDS;
    }
}
