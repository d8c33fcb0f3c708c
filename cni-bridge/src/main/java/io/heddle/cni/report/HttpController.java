package io.heddle.cni.report;

import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.JsonText;
import io.heddle.json.agent.AgentJson;
import io.heddle.model.agent.AgentReply;
import io.heddle.model.agent.AgentReport;
import io.heddle.tls.TlsFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;

/**
 * The controller over HTTP: {@code POST BASE/v1/agents/NODE/report}. By the JDK's small client in {@code java.base}: the newer one would
 * be a module, threads and some megabytes more for one request at a time. Of several controllers the one that answered last is asked
 * first: only one of them writes, the others say so. A connection whose answer was read is kept for the next report, for as long as the JDK
 * keeps one; the body is handed over whole, so that a kept connection that the other end has closed is replaced unseen (a report that
 * comes twice is taken once). A controller whose store is slow may say that it has taken a report before it is kept (RFC 7240 section 4.1), so
 * that what happens next need not wait. Single-threaded.
 */
public final class HttpController implements ControllerLink {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int REPLY_MAX = 1 << 20;
    private static final int PROBLEM_MAX = 8 << 10;

    private final List<URI> bases;
    private final Optional<ClientTls> tls;
    private int current;

    /**
     * Asks these controllers.
     *
     * @param bases with scheme and host, without a slash at the end; at least one
     * @param tls the node's certificate, if it has one
     */
    public HttpController(List<URI> bases, Optional<TlsFiles> tls) {
        this.bases = List.copyOf(bases);
        this.tls = tls.map(ClientTls::new);
    }

    @Override
    public Optional<AgentReply> send(AgentReport report) throws IOException {
        byte[] body = AgentJson.write(report).toString().getBytes(StandardCharsets.UTF_8);
        IOException last = new IOException("no controller to ask");
        for (int i = 0; i < bases.size(); i++) {
            try {
                return send(URI.create(bases.get(current) + "/v1/agents/" + report.node() + "/report"), body);
            } catch (IOException e) {
                last = e;
                current = (current + 1) % bases.size();
            }
        }
        throw last;
    }

    private Optional<AgentReply> send(URI uri, byte[] body) throws IOException {
        HttpURLConnection connection = open(uri.toURL());
        boolean answered = false;
        try {
            connection.setRequestMethod("POST");
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("Prefer", "respond-async");
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK && status != HttpURLConnection.HTTP_ACCEPTED) {
                throw new IOException(uri + " answered " + status + problem(connection));
            }
            try (InputStream in = connection.getInputStream()) {
                byte[] reply = in.readNBytes(REPLY_MAX);
                answered = true;
                return status == HttpURLConnection.HTTP_OK
                        ? Optional.of(AgentJson.readReply(JsonText.read(reply)))
                        : Optional.empty();
            }
        } catch (JsonText.NotJson | BadField e) {
            throw new IOException(uri + ": " + e.getMessage(), e);
        } finally {
            if (!answered) {
                connection.disconnect();
            }
        }
    }

    private HttpURLConnection open(URL url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        if (connection instanceof HttpsURLConnection secure && tls.isPresent()) {
            secure.setSSLSocketFactory(tls.get().sockets());
        }
        return connection;
    }

    /** What the controller says is wrong (RFC 9457), for the log. */
    private static String problem(HttpURLConnection connection) {
        try (InputStream in = connection.getErrorStream()) {
            if (in == null) {
                return "";
            }
            return Fields.of("", JsonText.read(in.readNBytes(PROBLEM_MAX)))
                    .text("detail")
                    .map(each -> ": " + each)
                    .orElse("");
        } catch (IOException | JsonText.NotJson | BadField e) {
            return ""; // the status has said it
        }
    }
}
