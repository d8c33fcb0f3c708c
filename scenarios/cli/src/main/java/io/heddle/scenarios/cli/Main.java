package io.heddle.scenarios.cli;

import io.heddle.topology.yaml.Nearest;
import java.io.PrintStream;
import java.util.List;

/** The {@code heddle} command. Loads no class that the subcommand at hand does not need. */
public final class Main {

    private static final List<String> COMMANDS = List.of(
            "list",
            "simulate",
            "capacity",
            "tables",
            "topology",
            "trace",
            "load",
            "drill",
            "sweep",
            "diff",
            "render",
            "cabling",
            "demo",
            "lab",
            "controller",
            "certs",
            "devices",
            "version",
            "help");

    private Main() {}

    public static void main(String[] args) {
        int exitCode = run(List.of(args), Terminal.ofProcess());
        System.out.flush();
        System.err.flush();
        // Not System.exit: it looks for a logger to tell of the exit, through every jar of the class path.
        Runtime.getRuntime().halt(exitCode);
    }

    /** Runs one command and returns its exit code; writes nowhere but to {@code out} and {@code err}. */
    static int run(List<String> args, PrintStream out, PrintStream err) {
        return run(args, Terminal.plain(out, err));
    }

    static int run(List<String> args, Terminal terminal) {
        try {
            return command(args.isEmpty() ? "help" : args.getFirst())
                    .run(args.isEmpty() ? List.of() : args.subList(1, args.size()), terminal);
        } catch (InputException e) {
            terminal.err().println("heddle: " + e.getMessage());
            return Command.BAD_INPUT;
        } catch (RuntimeException | StackOverflowError e) {
            return BugReport.write(args, e, terminal.err());
        } catch (OutOfMemoryError e) {
            terminal.err().println("heddle: out of memory; give the JVM more: HEDDLE_JAVA_OPTS=-Xmx8g ./heddle ...");
            return Command.BUG;
        }
    }

    private static Command command(String name) throws InputException {
        return switch (name) {
            case "list" -> new ListCommand();
            case "simulate" -> new SimulateCommand();
            case "capacity" -> new CapacityCommand();
            case "tables" -> new TablesCommand();
            case "topology" -> new TopologyCommand();
            case "trace" -> new TraceCommand();
            case "load" -> new LoadCommand();
            case "drill" -> new DrillCommand();
            case "sweep" -> new SweepCommand();
            case "diff" -> new DiffCommand();
            case "render" -> new RenderCommand();
            case "cabling" -> new CablingCommand();
            case "demo" -> new DemoCommand();
            case "lab" -> new LabCommand();
            case "controller" -> new ControllerCommand();
            case "certs" -> new CertsCommand();
            case "devices" -> new DevicesCommand();
            case "version", "--version" -> new VersionCommand();
            case "help", "--help", "-h" -> new HelpCommand();
            default ->
                throw new InputException("no command '" + name + "'"
                        + Nearest.to(name, COMMANDS)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse("")
                        + "\n`heddle help` shows the commands");
        };
    }
}
