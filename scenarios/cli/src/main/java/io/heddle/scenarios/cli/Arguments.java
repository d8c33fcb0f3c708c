package io.heddle.scenarios.cli;

import io.heddle.topology.yaml.Nearest;
import io.heddle.topology.yaml.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The words of a command, taken apart. */
final class Arguments {

    private final String usage;
    private final CommandLine line;

    private Arguments(String usage, CommandLine line) {
        this.usage = usage;
        this.line = line;
    }

    /**
     * Takes words apart.
     *
     * @param usage the first line of the command's help
     */
    static Arguments parse(String usage, Options options, List<String> words) throws InputException {
        try {
            DefaultParser parser =
                    DefaultParser.builder().setAllowPartialMatching(false).get();
            return new Arguments(usage, parser.parse(options, words.toArray(String[]::new)));
        } catch (UnrecognizedOptionException e) {
            String wrong = e.getOption();
            List<String> known = options.getOptions().stream()
                    .map(each -> "--" + each.getLongOpt())
                    .toList();
            Optional<String> near = Nearest.to(wrong, known);
            throw wrong(
                    "unknown option " + wrong
                            + near.map(each -> "; did you mean " + each + "?").orElse(""),
                    usage);
        } catch (MissingArgumentException e) {
            throw wrong(
                    "--" + e.getOption().getLongOpt() + " needs "
                            + e.getOption().getArgName(),
                    usage);
        } catch (ParseException e) {
            throw wrong(String.valueOf(e.getMessage()), usage);
        }
    }

    private static InputException wrong(String what, String usage) {
        return new InputException(what + "\nusage: " + usage);
    }

    /** The words that are no options; exactly {@code count}. */
    List<String> words(int count) throws InputException {
        List<String> words = line.getArgList();
        if (words.size() != count) {
            throw wrong(
                    words.size() < count ? "something is missing" : "'" + words.get(count) + "' is one word too many",
                    usage);
        }
        return words;
    }

    /** The words that are no options; at least one. */
    List<String> someWords() throws InputException {
        if (line.getArgList().isEmpty()) {
            throw wrong("something is missing", usage);
        }
        return List.copyOf(line.getArgList());
    }

    boolean has(String option) {
        return line.hasOption(option);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(line.getOptionValue(option));
    }

    /** Every value of an option that may be given again and again. */
    List<String> values(String option) {
        String[] given = line.getOptionValues(option);
        return given == null ? List.of() : List.of(given);
    }

    /** A whole number from {@code least}. */
    Optional<Integer> number(String option, int least) throws InputException {
        Optional<String> text = value(option);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= least) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            throw wrong("--" + option + " is '" + text.get() + "'; expected a whole number from " + least, usage);
        }
        throw wrong("--" + option + " is " + text.get() + "; expected a whole number from " + least, usage);
    }

    /** The values of {@code --set}, in their order. */
    List<Setting> settings() throws InputException {
        List<Setting> settings = new ArrayList<>();
        for (String each : values("set")) {
            try {
                settings.add(Setting.parse(each));
            } catch (IllegalArgumentException e) {
                throw wrong("--set " + e.getMessage(), usage);
            }
        }
        return settings;
    }

    static Option set() {
        return Option.builder().longOpt("set").hasArg().argName("path=value").get();
    }

    static Option flag(String name) {
        return Option.builder().longOpt(name).get();
    }

    static Option valued(String name, String what) {
        return Option.builder().longOpt(name).hasArg().argName(what).get();
    }
}
