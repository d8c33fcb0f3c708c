package io.heddle.scenarios.cli;

import io.heddle.lab.diff.Fidelity;
import io.heddle.lab.layout.LabLayout;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.Lab;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.NeighborRoom;
import io.heddle.lab.run.PingMatrix;
import io.heddle.lab.run.Removal;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code heddle lab up}: builds, waits until the switches hold what is computed, and lets hosts ping each other. */
final class LabUp {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private LabUp() {}

    static int run(List<String> args, Terminal terminal) throws InputException, LabException {
        LabSource source = LabSource.of(args);
        LabDirectory directory = LabDirectory.of(source.lab());
        if (directory.exists()) {
            throw new InputException("lab " + source.lab() + " is up already; `heddle lab down " + source.lab()
                    + "` takes it down, --lab gives this one another name");
        }
        PrintStream out = terminal.out();
        LabLayout layout = source.plan().layout();
        out.print(LabText.plan(source.plan()));
        NeighborRoom.warning(layout).ifPresent(each -> out.println("Note: " + each));
        out.flush();
        long start = System.nanoTime();
        try {
            Lab lab = Lab.up(source.plan(), directory, source.words());
            say(out, start, "routers run; waiting for them to agree");
            lab.speak();
            Fidelity fidelity = lab.settle(PATIENCE);
            say(out, start, fidelity.isFull() ? "every switch holds what is computed" : "the tables stand still");
            PingMatrix pings = PingMatrix.of(layout);
            say(out, start, LabText.pings(pings));
            out.print(LabText.fidelity(fidelity));
            out.println("Next: heddle lab status " + source.lab() + ", heddle lab exec " + source.lab()
                    + " DEVICE [COMMAND], heddle lab fail " + source.lab() + " PART, heddle lab down " + source.lab());
            return fidelity.isFull() && pings.unanswered().isEmpty() ? Command.HOLDS : Command.DOES_NOT_HOLD;
        } catch (LabException e) {
            Removal.remove(directory);
            throw e;
        }
    }

    private static void say(PrintStream out, long start, String what) {
        out.println(String.format(Locale.ROOT, "%6.1f s  %s", (System.nanoTime() - start) / 1e9, what));
        out.flush();
    }
}
