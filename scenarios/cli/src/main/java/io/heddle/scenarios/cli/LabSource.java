package io.heddle.scenarios.cli;

import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.Lab;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.LabPlan;
import io.heddle.lab.run.PodLimit;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.yaml.Nearest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.cli.Options;

/**
 * What a lab was asked to show.
 *
 * @param lab its name
 * @param words those of {@code heddle lab up} that say it again from any directory
 */
record LabSource(String lab, LabPlan plan, List<String> words) {

    static final String USAGE = "heddle lab up NAME|FILE [--case NAME] [--set path=value]... [--pods N] [--lab NAME]";

    private static final int PODS = 2;

    /** Longest name that leaves room for devices in the names of namespaces. */
    private static final int LONGEST = 32;

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.set())
            .addOption(Arguments.valued("case", "the name of a case"))
            .addOption(Arguments.valued("pods", "a number"))
            .addOption(Arguments.valued("lab", "a name for the lab"));

    static LabSource of(List<String> words) throws InputException {
        Arguments given = Arguments.parse(USAGE, OPTIONS, words);
        String source = given.words(1).getFirst();
        Plan plan =
                RenderCommand.plan(CaseRun.choose(ScenarioSource.find(source, given.settings()), given.value("case")));
        String lab = given.value("lab").orElseGet(() -> name(source));
        try {
            LabDirectory.of(lab);
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
        int pods = given.number("pods", 0).orElse(PODS);
        LabPlan laid = LabPlan.of(lab, plan.fabric(), plan.config(), PodLimit.perNode(plan.endpoints(), pods));
        return new LabSource(lab, laid, absolute(words, source));
    }

    /** The lab that is up, from the words that made it. */
    static Lab running(String name) throws InputException, LabException {
        LabDirectory directory = directory(name);
        LabSource source = of(Lab.arguments(directory));
        return Lab.attach(source.plan(), directory);
    }

    static LabDirectory directory(String name) throws InputException, LabException {
        List<String> all = LabDirectory.all();
        if (!all.contains(name)) {
            throw new InputException("no lab '" + name + "' is up"
                    + Nearest.to(name, all)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(all.isEmpty() ? "; none is" : "; there are " + String.join(", ", all)));
        }
        return LabDirectory.of(name);
    }

    private static String name(String source) {
        Path file = Path.of(source).getFileName();
        String plain = (file == null ? source : file.toString())
                .replaceFirst("\\.ya?ml$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]", "-");
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    private static List<String> absolute(List<String> words, String source) {
        List<String> absolute = new ArrayList<>(words);
        if (Files.exists(Path.of(source))) {
            absolute.set(words.indexOf(source), Path.of(source).toAbsolutePath().toString());
        }
        return absolute;
    }
}
