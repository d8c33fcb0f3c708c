package io.heddle.scenarios.cli;

import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.daemon.ControllerDaemon;
import io.heddle.controller.daemon.config.ControllerConfig;
import io.heddle.controller.daemon.config.ControllerFile;
import io.heddle.controller.daemon.config.StoreConfig;
import io.heddle.controller.store.Backup;
import io.heddle.controller.store.EmbeddedStore;
import io.heddle.controller.store.Kept;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.yaml.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.commons.cli.Options;

/** {@code heddle controller}: the daemon, and what is done with its store while it does not run. */
final class ControllerCommand implements Command {

    private static final String USAGE = """
            heddle controller --config FILE [--check-config] [--set path=value]...
            heddle controller backup --config FILE --to BACKUP
            heddle controller restore --config FILE --from BACKUP""";

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.set())
            .addOption(Arguments.valued("config", "a file"))
            .addOption(Arguments.valued("to", "a file"))
            .addOption(Arguments.valued("from", "a file"))
            .addOption(Arguments.flag("check-config"));

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        boolean named = !args.isEmpty() && !args.getFirst().startsWith("-");
        String task = named ? args.getFirst() : "run";
        Arguments given = Arguments.parse(USAGE, OPTIONS, named ? args.subList(1, args.size()) : args);
        given.words(0);
        ControllerConfig config = config(given);
        try {
            return switch (task) {
                case "run" -> given.has("check-config") ? check(config, terminal) : serve(config, terminal);
                case "backup" -> backup(config, file(given, "to"), terminal);
                case "restore" -> restore(config, file(given, "from"), terminal);
                default -> throw new InputException("no task '" + task + "' of the controller\n" + USAGE);
            };
        } catch (IOException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
    }

    private static ControllerConfig config(Arguments given) throws InputException {
        Path file = file(given, "config");
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
        terminal.out()
                .println("controller " + config.name() + ": " + layout.nodes().size() + " nodes run pods, "
                        + layout.switches().size() + " switches, fingerprint " + layout.fingerprint());
        return HOLDS;
    }

    private static int serve(ControllerConfig config, Terminal terminal) throws InputException, IOException {
        ScenarioCase chosen = chosen(config);
        Plan plan = RenderCommand.plan(chosen);
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        try (ControllerDaemon _ = ControllerDaemon.start(
                config,
                plan,
                chosen.devices(),
                terminal.err(),
                new ControllerDaemon.Clocks(InstantSource.system(), System::nanoTime))) {
            // The virtual machine ends when its hooks are done: this one waits until everything is let go of.
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                asked.countDown();
                await(ended);
            }));
            await(asked);
        }
        ended.countDown();
        return HOLDS;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
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
