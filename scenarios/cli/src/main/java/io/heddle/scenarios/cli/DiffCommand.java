package io.heddle.scenarios.cli;

import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.text.DifferenceText;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code heddle diff}: what changes from one fabric to another: cables, configuration and tables, switch by switch. */
final class DiffCommand implements Command {

    private static final String USAGE =
            "heddle diff OLD NEW [--case NAME] [--set path=value]... (settings apply to NEW)";

    private static final Options OPTIONS =
            new Options().addOption(Arguments.set()).addOption(Arguments.valued("case", "the name of a case"));

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        List<String> words = given.words(2);
        CaseResult before =
                CaseRun.atRest(CaseRun.choose(ScenarioSource.find(words.getFirst(), List.of()), given.value("case")));
        CaseResult after = CaseRun.atRest(
                CaseRun.choose(ScenarioSource.find(words.getLast(), given.settings()), given.value("case")));
        String text = DifferenceText.of(before, after, terminal.style());
        terminal.out().print(text.isEmpty() ? "no difference\n" : text);
        return text.isEmpty() ? HOLDS : DOES_NOT_HOLD;
    }
}
