package io.heddle.scenarios.cli;

import io.heddle.model.fabric.Fabric;
import io.heddle.render.target.FabricRenderer;
import io.heddle.render.target.FabricRendering;
import io.heddle.render.target.Target;
import io.heddle.scenarios.run.FabricSource;
import io.heddle.scenarios.run.Planning;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.topology.design.Design;
import io.heddle.topology.fault.Fault;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.yaml.Nearest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.Options;

/** {@code heddle render}: configuration of every device as files. */
final class RenderCommand implements Command {

    private static final String USAGE =
            "heddle render NAME|FILE --out DIR [--target frr|cumulus|sonic|bird|netplan|agent,...] [--check]"
                    + " [--force] [--case NAME] [--set path=value]...";

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.set())
            .addOption(Arguments.valued("case", "the name of a case"))
            .addOption(Arguments.valued("out", "the name of a directory"))
            .addOption(Arguments.valued("target", "a target, or several with commas"))
            .addOption(Arguments.flag("check"))
            .addOption(Arguments.flag("force"));

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        ScenarioCase chosen =
                CaseRun.choose(ScenarioSource.find(given.words(1).getFirst(), given.settings()), given.value("case"));
        Optional<String> out = given.value("out");
        if (out.isEmpty()) {
            throw new InputException("--out is missing: the directory to write to\nusage: " + USAGE);
        }
        Set<Target> targets = targets(given.value("target"));
        Plan plan = plan(chosen);
        List<FabricRendering> renderings = targets.stream()
                .map(each -> FabricRenderer.render(plan.fabric(), plan.config(), each))
                .toList();
        RenderedTree tree = RenderedTree.open(OutputFile.named(out.get()));
        TreeChanges changes = tree.compare(renderings);
        if (given.has("check")) {
            terminal.out().print(RenderText.differences(tree, changes));
            return changes.any() ? DOES_NOT_HOLD : HOLDS;
        }
        if (!changes.foreign().isEmpty() && !given.has("force")) {
            throw new InputException(RenderText.refusal(tree, changes));
        }
        tree.apply(changes);
        terminal.out().print(RenderText.summary(chosen.name(), plan, out.get(), renderings, changes));
        return HOLDS;
    }

    private static Set<Target> targets(Optional<String> given) throws InputException {
        if (given.isEmpty()) {
            return EnumSet.allOf(Target.class);
        }
        List<String> known =
                Arrays.stream(Target.values()).map(Target::toString).toList();
        Set<Target> targets = EnumSet.noneOf(Target.class);
        for (String word : given.get().split(",", -1)) {
            int found = known.indexOf(word);
            if (found < 0) {
                throw new InputException("no target '" + word + "'"
                        + Nearest.to(word, known)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + String.join(", ", known)));
            }
            targets.add(Target.values()[found]);
        }
        return targets;
    }

    /** Planned, and not solved: configuration depends on no table. */
    static Plan plan(ScenarioCase chosen) throws InputException {
        Design design = chosen.design()
                .orElseThrow(() -> new InputException(chosen.name() + " has no design, so nothing is configured"));
        Outcome<Fabric> fabric = FabricSource.fabric(chosen.fabric(), chosen.devices());
        Outcome<Plan> outcome = fabric.then(made -> Planning.plan(chosen, made, design));
        return switch (outcome) {
            case Outcome.Made<Plan>(Plan plan) -> plan;
            case Outcome.Refused<Plan>(List<Fault> faults) ->
                throw new InputException(chosen.name() + " cannot be built as described:\n"
                        + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        };
    }
}
