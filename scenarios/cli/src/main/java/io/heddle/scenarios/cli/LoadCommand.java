package io.heddle.scenarios.cli;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.text.LoadText;
import io.heddle.simulator.failure.SingleFailure;
import io.heddle.simulator.load.Job;
import io.heddle.simulator.load.JobLoad;
import io.heddle.simulator.load.Pattern;
import io.heddle.simulator.load.Ranks;
import io.heddle.topology.yaml.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.Options;

/** {@code heddle load}: what a GPU job's traffic does to the cables. */
final class LoadCommand implements Command {

    private static final String USAGE =
            "heddle load NAME|FILE [--pattern PATTERN] [--ranks N] [--bytes N] [--flows N] [--servers N] [--hash MODEL]"
                    + " [--fail DEVICE|DEVICE:PORT]... [--failures] [--case NAME] [--set path=value]...";

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.set())
            .addOption(Arguments.valued("case", "the name of a case"))
            .addOption(Arguments.valued("pattern", "a pattern"))
            .addOption(Arguments.valued("ranks", "a number"))
            .addOption(Arguments.valued("bytes", "a number"))
            .addOption(Arguments.valued("flows", "a number"))
            .addOption(Arguments.valued("servers", "a number"))
            .addOption(Arguments.valued("hash", "a model"))
            .addOption(Arguments.valued("fail", "a device, or a port of a cable"))
            .addOption(Arguments.flag("failures"));

    private static final int GIBIBYTE = 1 << 30;

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        Scenario scenario = ScenarioSource.find(given.words(1).getFirst(), given.settings());
        Fabric fabric =
                CaseRun.atRest(CaseRun.choose(scenario, given.value("case"))).fabric();
        Job job = job(given, fabric);
        Outage outage = OutageOption.of(given.values("fail"), fabric);
        JobLoad load = JobLoad.of(fabric, job, outage);
        terminal.out().print(LoadText.of(scenario.name(), load, terminal.style()));
        if (given.has("failures")) {
            terminal.out().print(LoadText.failures(afterEach(fabric, job), load, terminal.style()));
        }
        return load.lostBytes() == 0 ? HOLDS : DOES_NOT_HOLD;
    }

    private static Job job(Arguments given, Fabric fabric) throws InputException {
        int room = Ranks.room(fabric);
        int ranks = given.number("ranks", 2).orElse(room);
        if (ranks > room || ranks < 2) {
            throw new InputException("a job of " + ranks + " ranks; this fabric has room for " + room);
        }
        int servers = given.number("servers", 1).orElse(1);
        if (servers >= ranks) {
            throw new InputException("--servers is " + servers + "; of " + ranks + " ranks at most " + (ranks - 1)
                    + " can be parameter servers");
        }
        return new Job(
                pattern(given),
                ranks,
                given.number("bytes", 1).orElse(GIBIBYTE),
                servers,
                given.number("flows", 1).orElse(1),
                FlowOption.hash(given.value("hash")));
    }

    private static Pattern pattern(Arguments given) throws InputException {
        List<String> known = Stream.of(Pattern.values()).map(Pattern::toString).toList();
        String text = given.value("pattern").orElse(Pattern.HIERARCHICAL.toString());
        int at = known.indexOf(text);
        if (at < 0) {
            throw new InputException("--pattern is '" + text + "'; expected one of " + String.join(", ", known)
                    + Nearest.to(text, known)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(""));
        }
        return Pattern.values()[at];
    }

    /** The loss of each switch and of each cable between switches, the costliest first. */
    private static List<LoadText.Failed> afterEach(Fabric fabric, Job job) {
        List<SingleFailure> failures = SingleFailure.of(fabric).stream()
                .filter(each -> each.kind() == SingleFailure.Kind.SWITCH
                        || each.kind() == SingleFailure.Kind.CABLE
                                && each.outage().links().stream().allMatch(link -> joinsSwitches(link, fabric)))
                .toList();
        return failures.stream()
                .map(each -> new LoadText.Failed(each.text(), JobLoad.evenTime(fabric, job, each.outage())))
                .sorted(Comparator.<LoadText.Failed>comparingDouble(
                                each -> -each.time().lostBytes())
                        .thenComparingDouble(each -> -each.time().seconds())
                        .thenComparing(LoadText.Failed::failure))
                .toList();
    }

    private static boolean joinsSwitches(Link link, Fabric fabric) {
        return fabric.findSwitch(link.a().device()).isPresent()
                && fabric.findSwitch(link.b().device()).isPresent();
    }
}
