package io.heddle.scenarios.cli;

import io.heddle.json.Json;
import io.heddle.scenarios.text.Columns;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.cli.Options;

/** {@code heddle controller status|nodes|endpoints|switches|drift|why}: what a running controller says over its API. */
final class ControllerQuestions {

    static final List<String> TASKS = List.of("status", "nodes", "endpoints", "switches", "drift", "why");

    private static final String USAGE = "heddle controller " + String.join("|", TASKS.subList(0, 5))
            + "|why ADDRESS [--controller URL] [--json] [--certificate FILE --key FILE --authorities FILE]";

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.valued("controller", "a URL"))
            .addOption(Arguments.valued("certificate", "a file"))
            .addOption(Arguments.valued("key", "a file"))
            .addOption(Arguments.valued("authorities", "a file"))
            .addOption(Arguments.flag("json"));

    private final ControllerApi api;
    private final Terminal terminal;
    private final boolean json;

    private ControllerQuestions(ControllerApi api, Terminal terminal, boolean json) {
        this.api = api;
        this.terminal = terminal;
        this.json = json;
    }

    static int ask(String task, List<String> args, Terminal terminal) throws InputException {
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        List<String> words = given.words(task.equals("why") ? 1 : 0);
        try (ControllerApi api = ControllerApi.of(given, System.getenv())) {
            ControllerQuestions questions = new ControllerQuestions(api, terminal, given.has("json"));
            return switch (task) {
                case "status" -> questions.status();
                case "nodes" ->
                    questions.list(
                            "/v1/nodes",
                            "llrl",
                            List.of("node", "state", "pods", "blocks"),
                            node -> List.of(
                                    Told.text(node, "name"),
                                    Told.text(node, "state"),
                                    Told.text(node, "pods"),
                                    Told.items(node, "blocks").stream()
                                            .map(each -> Told.text(each, "prefix"))
                                            .collect(Collectors.joining(" "))));
                case "endpoints" ->
                    questions.list(
                            "/v1/endpoints",
                            "lllll",
                            List.of("node", "addresses", "pod", "interface", "not announced because"),
                            pod -> List.of(
                                    Told.text(pod, "node"),
                                    Told.joined(pod, "addresses"),
                                    Told.text(pod, "pod"),
                                    Told.text(pod, "interface"),
                                    Told.text(pod, "refusal")));
                case "switches" ->
                    questions.list(
                            "/v1/switches",
                            "llll",
                            List.of("switch", "role", "session", "reason"),
                            each -> List.of(
                                    Told.text(each, "name"),
                                    Told.text(each, "role"),
                                    session(each),
                                    Told.text(each, "reason")));
                case "drift" -> questions.drift();
                default -> questions.why(words.getFirst());
            };
        } catch (ControllerApi.NoAnswer e) {
            terminal.err().println("heddle: " + e.getMessage());
            return Command.DOES_NOT_HOLD;
        }
    }

    private static String session(Json each) {
        return Told.text(each, "told").equals("false")
                ? "not told"
                : Told.text(each, "up").equals("true") ? "up" : "down";
    }

    /** Holds when it is ready, every switch that is told has a session, and nothing drifts. */
    private int status() throws ControllerApi.NoAnswer {
        Json.Members fabric = api.get("/v1/fabric");
        Json.Members ready = api.get("/readyz");
        List<Json> drift = Told.items(api.get("/v1/drift"), "items");
        boolean holds = Told.text(ready, "ready").equals("true") && drift.isEmpty();
        if (json) {
            terminal.out()
                    .println(Json.Members.EMPTY
                            .with("fabric", fabric)
                            .with("readiness", ready)
                            .with("drift", Json.items(drift)));
        } else {
            Columns columns = Columns.of("ll");
            columns.row("ready", holdsText(ready));
            columns.row("revision", Told.text(fabric, "revision"));
            columns.row(
                    "nodes",
                    Told.text(fabric, "nodes") + ", " + Told.text(fabric, "nodes-registered") + " registered, "
                            + Told.text(fabric, "nodes-alive") + " alive");
            columns.row("pods", Told.text(fabric, "pods"));
            columns.row(
                    "switches", Told.text(fabric, "switches") + ", sessions with " + Told.text(fabric, "switches-up"));
            columns.row("drift", drift.isEmpty() ? "none" : drift.size() + "; 'heddle controller drift' has them");
            print(columns);
        }
        return holds ? Command.HOLDS : Command.DOES_NOT_HOLD;
    }

    private static String holdsText(Json.Members ready) {
        return Told.text(ready, "ready").equals("true") ? "yes" : "no: " + Told.joined(ready, "reasons");
    }

    private int drift() throws ControllerApi.NoAnswer {
        Json.Members found = api.get("/v1/drift");
        List<Json> items = Told.items(found, "items");
        if (json) {
            terminal.out().println(found);
        } else if (items.isEmpty()) {
            terminal.out().println("no drift");
        } else {
            table(
                    "llll",
                    List.of("switch", "what", "wanted", "found"),
                    items,
                    each -> List.of(
                            Told.text(each, "switch"),
                            Told.text(each, "what"),
                            Told.text(each, "wanted"),
                            Told.text(each, "found")));
        }
        return items.isEmpty() ? Command.HOLDS : Command.DOES_NOT_HOLD;
    }

    private int why(String address) throws ControllerApi.NoAnswer {
        Json.Members found = api.get("/v1/why?address=" + ControllerApi.encoded(address));
        if (json) {
            terminal.out().println(found);
        } else {
            Told.items(found, "lines").stream()
                    .map(each -> each instanceof Json.Text(String line) ? line : each.toString())
                    .forEach(terminal.out()::println);
        }
        return Command.HOLDS;
    }

    private int list(String path, String alignment, List<String> heads, Row row) throws ControllerApi.NoAnswer {
        Json.Members found = api.all(path);
        if (json) {
            terminal.out().println(found);
        } else {
            table(alignment, heads, Told.items(found, "items"), row);
        }
        return Command.HOLDS;
    }

    /** The cells of one item. */
    @FunctionalInterface
    private interface Row {
        List<String> of(Json item);
    }

    private void table(String alignment, List<String> heads, List<Json> items, Row row) {
        Columns columns = Columns.of(alignment);
        columns.head(heads.toArray(String[]::new));
        items.forEach(each -> columns.row(row.of(each).toArray(String[]::new)));
        print(columns);
    }

    private void print(Columns columns) {
        StringBuilder text = new StringBuilder();
        columns.write(text, "", terminal.style());
        terminal.out().print(text);
    }
}
