package io.heddle.scenarios.cli;

import io.heddle.lab.diff.Fidelity;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.Lab;
import io.heddle.model.fabric.Outage;
import java.time.Duration;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code heddle lab fail} and {@code repair}: exactly these parts are broken from now on, and nothing is any more. */
final class LabFail {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private LabFail() {}

    static int fail(List<String> args, Terminal terminal) throws InputException, LabException {
        if (args.size() < 2) {
            throw new InputException(
                    "something is missing\nusage: heddle lab fail LAB PART... (a device, or device:port)");
        }
        Lab lab = LabSource.running(args.getFirst());
        return apply(
                lab, OutageOption.of(args.subList(1, args.size()), lab.plan().fabric()), terminal);
    }

    static int repair(List<String> args, Terminal terminal) throws InputException, LabException {
        String name = Arguments.parse("heddle lab repair LAB", new Options(), args)
                .words(1)
                .getFirst();
        return apply(LabSource.running(name), Outage.NONE, terminal);
    }

    private static int apply(Lab lab, Outage outage, Terminal terminal) throws LabException {
        lab.apply(outage);
        Fidelity fidelity = lab.settle(PATIENCE);
        terminal.out().print(LabText.fidelity(fidelity));
        return fidelity.isFull() ? Command.HOLDS : Command.DOES_NOT_HOLD;
    }
}
