package io.heddle.scenarios.cli;

import io.heddle.scenarios.library.Library;
import io.heddle.scenarios.text.Columns;
import java.util.List;
import org.apache.commons.cli.Options;

/** {@code heddle list}: the scenarios that come along. */
final class ListCommand implements Command {

    private static final String USAGE = "heddle list";

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        Arguments.parse(USAGE, new Options(), args).words(0);
        Columns columns = Columns.of("ll");
        Library.entries().forEach(each -> columns.row(each.name(), each.title()));
        StringBuilder text = new StringBuilder();
        columns.write(text, "", terminal.style());
        terminal.out().print(text);
        return HOLDS;
    }
}
