package io.heddle.scenarios.cli;

import io.heddle.model.fabric.Fabric;
import io.heddle.scenarios.drill.ClaimJudge;
import io.heddle.scenarios.drill.DrillDetail;
import io.heddle.scenarios.drill.DrillResult;
import io.heddle.scenarios.drill.DrillRunner;
import io.heddle.scenarios.drill.DrillSurvey;
import io.heddle.scenarios.html.DrillReport;
import io.heddle.scenarios.json.DrillJson;
import io.heddle.scenarios.result.Solved;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.script.Cast;
import io.heddle.scenarios.script.Script;
import io.heddle.scenarios.text.DrillDetailText;
import io.heddle.scenarios.text.DrillText;
import io.heddle.simulator.drill.Drill;
import io.heddle.simulator.drill.Losses;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Options;

/** {@code heddle drill}: what the loss of each part does while it happens. */
final class DrillCommand implements Command {

    private static final String USAGE =
            "heddle drill NAME|FILE [--all | --all-pairs | --sample K] [--drill NAME]... [--incident 'fail: PART']..."
                    + " [--seed N] [--trace FILE] [--json] [--html FILE] [--case NAME] [--set path=value]...";

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.set())
            .addOption(Arguments.valued("case", "the name of a case"))
            .addOption(Arguments.flag("all"))
            .addOption(Arguments.flag("all-pairs"))
            .addOption(Arguments.valued("sample", "a number"))
            .addOption(Arguments.valued("drill", "the name of a drill"))
            .addOption(Arguments.valued("incident", "an event"))
            .addOption(Arguments.valued("seed", "a number"))
            .addOption(Arguments.valued("trace", "a file"))
            .addOption(Arguments.flag("json"))
            .addOption(Arguments.valued("html", "a file"));

    /** Drills of a survey that a page tells in full. */
    private static final int TOLD = 3;

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        Optional<TraceFile> trace = TraceFile.of(given);
        Scenario scenario = ScenarioSource.find(given.words(1).getFirst(), given.settings());
        ScenarioCase chosen = CaseRun.choose(scenario, given.value("case"));
        Solved solved = CaseRun.solved(CaseRun.atRest(chosen));
        Settings settings = Settings.DEFAULT
                .with(chosen.pace().pace())
                .with(given.number("seed", 0).orElse(1));
        DrillRunner runner = new DrillRunner(solved.plan(), chosen.devices(), chosen.controllers(), settings);
        boolean named =
                given.value("drill").isPresent() || given.value("incident").isPresent();
        // What is wrong in a script is told before anything is simulated.
        List<Script> scripts = Scripts.given(given, chosen);
        for (Script each : scripts) {
            CastDrill.of(each, solved.plan(), chosen.controllers());
        }
        if (trace.isPresent() && (!named || scripts.size() != 1)) {
            throw new InputException("--trace is of one drill; expected --incident EVENT or one --drill NAME");
        }
        Optional<DrillSurvey> survey =
                named ? Optional.empty() : Optional.of(survey(given, solved.plan(), runner, settings, terminal));
        List<DrillDetail> details = new ArrayList<>();
        for (Script each : scripts) {
            details.add(detail(each, CastDrill.of(each, solved.plan(), chosen.controllers()), runner, trace));
        }
        print(given, chosen, survey, details, terminal);
        if (given.value("html").isPresent()) {
            List<DrillDetail> told = new ArrayList<>(details);
            survey.ifPresent(each -> told.addAll(worst(each, runner)));
            OutputFile.write(
                    OutputFile.named(given.value("html").get()),
                    DrillReport.render(scenario.title(), chosen.pace(), survey, told));
        }
        boolean holds = survey.map(each -> each.survives()
                                && each.translation()
                                        .filter(all -> !all.holds())
                                        .isEmpty()
                                && each.results().stream().allMatch(DrillResult::settles))
                        .orElse(true)
                && details.stream().allMatch(DrillDetail::holds);
        return holds ? HOLDS : DOES_NOT_HOLD;
    }

    private static void print(
            Arguments given,
            ScenarioCase chosen,
            Optional<DrillSurvey> survey,
            List<DrillDetail> details,
            Terminal terminal) {
        String name = chosen.name();
        if (given.has("json")) {
            terminal.out().print(DrillJson.of(name, chosen.pace(), survey, details));
            return;
        }
        survey.ifPresent(each -> terminal.out().print(DrillText.of(name, each, terminal.style())));
        for (DrillDetail each : details) {
            terminal.out().print(survey.isPresent() ? "\n" : "");
            terminal.out().print(DrillDetailText.of(name, each, terminal.style()));
        }
        terminal.out().print("Times of devices are " + chosen.pace().origin() + ".\n");
    }

    /** The drills that harm most, for the page. */
    private static List<DrillDetail> worst(DrillSurvey survey, DrillRunner runner) {
        return survey.results().stream()
                .filter(each -> !each.verdict().outages().isEmpty())
                .limit(TOLD)
                .map(each -> new DrillDetail(each, runner.timeline(each.drill()), List.of()))
                .toList();
    }

    private static DrillSurvey survey(
            Arguments given, Plan plan, DrillRunner runner, Settings settings, Terminal terminal)
            throws InputException {
        Fabric fabric = plan.fabric();
        List<Drill> every = Losses.every(fabric);
        List<Drill> drills = every;
        long possible = every.size();
        if (given.has("all-pairs") || given.value("sample").isPresent()) {
            possible = Losses.numberOfPairs(fabric);
            int wanted = given.number("sample", 1).orElse(Integer.MAX_VALUE);
            drills = Losses.samplePairs(fabric, wanted, settings.seed());
        } else if (!given.has("all")) {
            drills = Losses.representative(fabric, plan.endpoints());
        }
        ProgressLine progress = ProgressLine.of(terminal, "drills");
        DrillSurvey survey = runner.survey(drills, possible, progress);
        progress.clear();
        return survey;
    }

    private static DrillDetail detail(Script script, Cast cast, DrillRunner runner, Optional<TraceFile> trace)
            throws InputException {
        Timeline timeline = CastDrill.run(cast, runner, trace);
        DrillResult result = runner.judge(cast.drill(), timeline);
        return new DrillDetail(
                result,
                timeline,
                script.claims().stream()
                        .map(each -> ClaimJudge.judge(each, result.verdict()))
                        .toList());
    }
}
