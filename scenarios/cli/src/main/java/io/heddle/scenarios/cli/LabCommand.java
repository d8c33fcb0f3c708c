package io.heddle.scenarios.cli;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.Prerequisites;
import io.heddle.topology.yaml.Nearest;
import java.util.List;
import java.util.Optional;

/** {@code heddle lab}: a fabric of network namespaces with real FRR in them. */
final class LabCommand implements Command {

    private static final List<String> VERBS = List.of("up", "status", "diff", "fail", "repair", "exec", "down");

    private static final String USAGE = "heddle lab " + String.join("|", VERBS) + " ...; docs/lab.md has them all";

    /** One verb. Unlike other commands these speak with the machine, which may refuse. */
    @FunctionalInterface
    interface Verb {
        int run(List<String> args, Terminal terminal) throws InputException, LabException;
    }

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        if (args.isEmpty()) {
            throw new InputException("what shall the lab do?\nusage: " + USAGE);
        }
        Verb verb = verb(args.getFirst());
        Optional<String> missing = Prerequisites.missing();
        if (missing.isPresent()) {
            terminal.err().println("heddle: " + missing.get());
            return NEEDS_MORE;
        }
        try {
            return verb.run(args.subList(1, args.size()), terminal);
        } catch (LabException e) {
            terminal.err().println("heddle: " + e.getMessage());
            return DOES_NOT_HOLD;
        }
    }

    private static Verb verb(String name) throws InputException {
        return switch (name) {
            case "up" -> LabUp::run;
            case "status" -> LabStatus::run;
            case "diff" -> LabDiff::run;
            case "fail" -> LabFail::fail;
            case "repair" -> LabFail::repair;
            case "exec" -> LabExec::run;
            case "down" -> LabDown::run;
            default ->
                throw new InputException("no lab command '" + name + "'"
                        + Nearest.to(name, VERBS)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse("")
                        + "\nusage: " + USAGE);
        };
    }
}
