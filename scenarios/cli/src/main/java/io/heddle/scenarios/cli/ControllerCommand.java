package io.heddle.scenarios.cli;

import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.daemon.ControllerDaemon;
import io.heddle.controller.daemon.StartCheck;
import io.heddle.controller.daemon.config.ControllerConfig;
import io.heddle.controller.daemon.config.ControllerFile;
import io.heddle.controller.daemon.config.StoreConfig;
import io.heddle.controller.store.Backup;
import io.heddle.controller.store.EmbeddedStore;
import io.heddle.controller.store.Kept;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.yaml.Nearest;
import io.heddle.topology.yaml.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code heddle controller}: the daemon, and what is done with its store while it does not run. */
final class ControllerCommand implements Command {

    private static final String USAGE = """
            heddle controller --config FILE [--set path=value]...
            heddle controller --check-config FILE [--set path=value]...
            heddle controller backup --config FILE --to BACKUP
            heddle controller restore --config FILE --from BACKUP
            heddle controller status|nodes|endpoints|switches|drift [--controller URL] [--json]
            heddle controller why ADDRESS [--controller URL] [--json]""";

    private static final List<String> TASKS = List.of("run", "backup", "restore");

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.set())
            .addOption(Arguments.valued("config", "a file"))
            .addOption(Arguments.valued("to", "a file"))
            .addOption(Arguments.valued("from", "a file"))
            .addOption(Option.builder()
                    .longOpt("check-config")
                    .optionalArg(true)
                    .numberOfArgs(1)
                    .argName("a file")
                    .get());

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        boolean named = !args.isEmpty() && !args.getFirst().startsWith("-");
        String task = named ? args.getFirst() : "run";
        if (ControllerQuestions.TASKS.contains(task)) {
            return ControllerQuestions.ask(task, args.subList(1, args.size()), terminal);
        }
        if (!TASKS.contains(task)) {
            throw new InputException("no task '" + task + "' of the controller" + near(task) + "\n" + USAGE);
        }
        Arguments given = Arguments.parse(USAGE, OPTIONS, named ? args.subList(1, args.size()) : args);
        given.words(0);
        ControllerConfig config = config(given);
        try {
            return switch (task) {
                case "backup" -> backup(config, file(given, "to"), terminal);
                case "restore" -> restore(config, file(given, "from"), terminal);
                default -> given.has("check-config") ? check(config, terminal) : serve(config, terminal);
            };
        } catch (IOException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private static String near(String task) {
        List<String> tasks = Stream.concat(TASKS.stream(), ControllerQuestions.TASKS.stream())
                .toList();
        return Nearest.to(task, tasks)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
    }

    private static ControllerConfig config(Arguments given) throws InputException {
        Path file = given.value("check-config").isPresent() ? file(given, "check-config") : file(given, "config");
        Problems problems = new Problems();
        return ControllerFile.read(file, given.settings(), problems)
                .orElseThrow(() -> new InputException(problems.toString()));
    }

    private static Path file(Arguments given, String option) throws InputException {
        return Path.of(
                given.value(option).orElseThrow(() -> new InputException("--" + option + " is missing\n" + USAGE)));
    }

    private static ScenarioCase chosen(ControllerConfig config) throws InputException {
        return CaseRun.choose(
                ScenarioSource.find(config.fabric().scenario(), List.of()),
                config.fabric().chosen());
    }

    private static int check(ControllerConfig config, Terminal terminal) throws InputException, IOException {
        Layout layout = ControllerDaemon.layout(config, RenderCommand.plan(chosen(config)));
        List<String> faults = StartCheck.faults(config, layout);
        if (!faults.isEmpty()) {
            throw new InputException(String.join("\n", faults));
        }
        terminal.out()
                .println("controller " + config.name() + ": " + layout.nodes().size() + " nodes run pods, "
                        + layout.switches().size() + " switches, fingerprint " + layout.fingerprint());
        return HOLDS;
    }

    private static int serve(ControllerConfig config, Terminal terminal) throws InputException, IOException {
        ScenarioCase chosen = chosen(config);
        Plan plan = RenderCommand.plan(chosen);
        CountDownLatch asked = new CountDownLatch(1);
        Thread serving = Thread.currentThread();
        // The virtual machine ends when its hooks are done, with the signal's own code: this one waits until everything
        // is let go of and
        // the command has ended the process itself, with its code.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            asked.countDown();
            join(serving);
        }));
        try (ControllerDaemon daemon = ControllerDaemon.start(
                config,
                plan,
                chosen.devices(),
                terminal.err(),
                new ControllerDaemon.Clocks(InstantSource.system(), System::nanoTime))) {
            daemon.warmUp();
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return HOLDS;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path directory(ControllerConfig config) throws InputException {
        if (config.store() instanceof StoreConfig.Embedded(Path directory)) {
            return directory;
        }
        throw new InputException("the store is etcd: back it up with 'etcdctl snapshot save'");
    }

    private static int backup(ControllerConfig config, Path to, Terminal terminal) throws InputException, IOException {
        Kept kept;
        try (EmbeddedStore store = EmbeddedStore.open(directory(config))) {
            kept = store.load();
        }
        Backup.write(kept.state(), to);
        terminal.out().println("revision " + kept.revision() + " is in " + to);
        return HOLDS;
    }

    private static int restore(ControllerConfig config, Path from, Terminal terminal)
            throws InputException, IOException {
        Path directory = directory(config);
        Backup.restore(from, directory).forEach(each -> terminal.out().println("the old store is kept as " + each));
        terminal.out().println("restored " + from + " into " + directory);
        return HOLDS;
    }
}
