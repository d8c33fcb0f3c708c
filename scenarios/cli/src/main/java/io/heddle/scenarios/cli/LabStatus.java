package io.heddle.scenarios.cli;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.Lab;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.RouterStatus;
import io.heddle.scenarios.text.Columns;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code heddle lab status}: the labs there are, or one lab's routers with their daemons and sessions. */
final class LabStatus {

    private LabStatus() {}

    static int run(List<String> args, Terminal terminal) throws InputException, LabException {
        List<String> words =
                Arguments.parse("heddle lab status [LAB]", new Options(), args).words(Math.min(args.size(), 1));
        if (words.isEmpty()) {
            List<String> all = LabDirectory.all();
            all.forEach(terminal.out()::println);
            if (all.isEmpty()) {
                terminal.out().println("no lab is up");
            }
            return Command.HOLDS;
        }
        Lab lab = LabSource.running(words.getFirst());
        Columns columns = Columns.of("lrrr");
        columns.head("router", "daemons", "sessions", "up");
        boolean well = true;
        for (RouterStatus each : lab.routers()) {
            columns.row(
                    each.device().value(),
                    Integer.toString(each.daemons()),
                    Integer.toString(each.sessions()),
                    Integer.toString(each.established()));
            well &= each.daemons() > 0 && each.established() == each.sessions();
        }
        StringBuilder text = new StringBuilder();
        columns.write(text, "", terminal.style());
        terminal.out().print(text);
        if (!lab.outage().links().isEmpty() || !lab.outage().devices().isEmpty()) {
            terminal.out()
                    .println("broken: " + lab.outage().devices() + " "
                            + lab.outage().links());
        }
        return well ? Command.HOLDS : Command.DOES_NOT_HOLD;
    }
}
