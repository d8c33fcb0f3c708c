package io.heddle.scenarios.cli;

import io.heddle.lab.diff.Fidelity;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.Lab;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code heddle lab diff}: what the switches hold now against what is computed, entry by entry. */
final class LabDiff {

    private LabDiff() {}

    static int run(List<String> args, Terminal terminal) throws InputException, LabException {
        String name = Arguments.parse("heddle lab diff LAB", new Options(), args)
                .words(1)
                .getFirst();
        Lab lab = LabSource.running(name);
        Fidelity fidelity = Fidelity.of(lab.plan().config(), lab.computed(), lab.held());
        terminal.out().print(LabText.fidelity(fidelity));
        return fidelity.isFull() ? Command.HOLDS : Command.DOES_NOT_HOLD;
    }
}
