package io.heddle.scenarios.cli;

import io.heddle.scenarios.json.ResultJson;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.topology.design.DesignReader;
import io.heddle.topology.file.FabricReader;
import java.util.List;

/** {@code heddle version}: the build, and the newest version of each file format that it reads or writes. */
final class VersionCommand implements Command {

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        if (!args.isEmpty()) {
            throw new InputException("'" + args.getFirst() + "' is one word too many\nusage: heddle version");
        }
        terminal.out().print(Build.read().describe());
        terminal.out()
                .println("reads " + FabricReader.FORMAT + ", " + DesignReader.FORMAT + ", " + ScenarioReader.FORMAT
                        + "; writes " + ResultJson.FORMAT);
        return HOLDS;
    }
}
