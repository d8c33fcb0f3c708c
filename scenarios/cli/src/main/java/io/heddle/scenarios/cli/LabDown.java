package io.heddle.scenarios.cli;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.Removal;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code heddle lab down}: ends what a lab started and removes what it made, also if its building was cut short. */
final class LabDown {

    private static final String USAGE = "heddle lab down LAB | --all";

    private LabDown() {}

    static int run(List<String> args, Terminal terminal) throws InputException, LabException {
        Arguments given = Arguments.parse(USAGE, new Options().addOption(Arguments.flag("all")), args);
        List<String> labs = given.has("all") ? LabDirectory.all() : given.words(1);
        for (String each : labs) {
            Removal.remove(LabSource.directory(each));
            terminal.out().println("lab " + each + " is down");
        }
        return Command.HOLDS;
    }
}
