package io.heddle.test.northbound;

import io.heddle.json.Json;
import io.heddle.json.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Chromium without a window, told what to do over its DevTools protocol. One page. */
final class Browser implements AutoCloseable {

    static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final HttpClient client;
    private final WebSocket page;
    private final BlockingQueue<String> answers;
    private int asked;

    private Browser(Process process, HttpClient client, WebSocket page, BlockingQueue<String> answers) {
        this.process = process;
        this.client = client;
        this.page = page;
        this.answers = answers;
    }

    static Browser open(Path directory) throws Exception {
        Process process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--window-size=1100,1300",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("chromium.log").toFile())
                .start();
        HttpClient client = HttpClient.newHttpClient();
        try {
            String port = port(process, directory.resolve("profile").resolve("DevToolsActivePort"));
            BlockingQueue<String> answers = new LinkedBlockingQueue<>();
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(page(client, port), new Listening(answers))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return new Browser(process, client, socket, answers);
        } catch (Exception e) {
            client.shutdownNow();
            process.destroyForcibly();
            throw e;
        }
    }

    private static String port(Process process, Path file) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 20 && process.isAlive(); i++) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() > 1) {
                    return lines.getFirst();
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("the browser did not open its DevTools");
    }

    private static URI page(HttpClient client, String port) throws Exception {
        HttpResponse<byte[]> list = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        for (Json each : ((Json.Items) JsonText.read(list.body())).items()) {
            Json.Members target = (Json.Members) each;
            if (target.get("type").orElseThrow() instanceof Json.Text(String type) && type.equals("page")) {
                return URI.create(
                        ((Json.Text) target.get("webSocketDebuggerUrl").orElseThrow()).value());
            }
        }
        throw new AssertionError("the browser has no page");
    }

    void show(String url) throws Exception {
        call("Page.navigate", Json.Members.EMPTY.with("url", Json.text(url)));
    }

    /** Waits until the text that a person would read is as wanted. */
    String until(String what, Predicate<String> wanted) throws Exception {
        String text = "";
        for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
            text = evaluated("document.body ? document.body.innerText : ''");
            if (wanted.test(text)) {
                return text;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError(what + " was not shown, but: " + text);
    }

    /** What an expression in the page's language gives; nothing if it is no text. */
    String evaluated(String expression) throws Exception {
        Json.Members answer = call(
                "Runtime.evaluate",
                Json.Members.EMPTY
                        .with("expression", Json.text(expression))
                        .with("returnByValue", new Json.Bool(true)));
        return answer.get("result").orElse(Json.Members.EMPTY) instanceof Json.Members result
                        && result.get("value").orElse(null) instanceof Json.Text(String found)
                ? found
                : "";
    }

    void picture(Path file) throws Exception {
        Json.Members answer = call("Page.captureScreenshot", Json.Members.EMPTY);
        Files.write(
                file, Base64.getDecoder().decode(((Json.Text) answer.get("data").orElseThrow()).value()));
    }

    private Json.Members call(String method, Json.Members parameters) throws Exception {
        int id = ++asked;
        page.sendText(
                        Json.Members.EMPTY
                                .with("id", Json.number(id))
                                .with("method", Json.text(method))
                                .with("params", parameters)
                                .toString(),
                        true)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        for (String text = next(); ; text = next()) {
            Json.Members answer = (Json.Members) JsonText.read(text.getBytes(StandardCharsets.UTF_8));
            if (answer.get("id").filter(Json.number(id)::equals).isPresent()) {
                return (Json.Members)
                        answer.get("result").orElseThrow(() -> new AssertionError(method + ": " + answer));
            }
        }
    }

    private String next() throws InterruptedException {
        String text = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("the browser does not answer");
        }
        return text;
    }

    @Override
    public void close() {
        client.shutdownNow();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Puts whole messages into a queue. */
    private static final class Listening implements WebSocket.Listener {
        private final BlockingQueue<String> answers;
        private final StringBuilder part = new StringBuilder();

        Listening(BlockingQueue<String> answers) {
            this.answers = answers;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                answers.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
