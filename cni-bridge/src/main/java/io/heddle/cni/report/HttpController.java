package io.heddle.cni.report;

import io.heddle.json.BadField;
import io.heddle.json.JsonText;
import io.heddle.json.agent.AgentJson;
import io.heddle.model.agent.AgentReply;
import io.heddle.model.agent.AgentReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/**
 * The controller over HTTP: {@code POST BASE/v1/agents/NODE/report}. By the JDK's small client in {@code java.base}: the newer one would
 * be a module, threads and some megabytes more for one request at a time.
 */
public final class HttpController implements ControllerLink {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int REPLY_MAX = 1 << 20;

    private final URI base;

    /** @param base with scheme and host, without a slash at the end */
    public HttpController(URI base) {
        this.base = base;
    }

    @Override
    public AgentReply send(AgentReport report) throws IOException {
        URL url = URI.create(base + "/v1/agents/" + report.node() + "/report").toURL();
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        try {
            connection.setRequestMethod("POST");
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(AgentJson.write(report).toString().getBytes(StandardCharsets.UTF_8));
            }
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw new IOException(url + " answered " + connection.getResponseCode());
            }
            try (InputStream in = connection.getInputStream()) {
                return AgentJson.readReply(JsonText.read(in.readNBytes(REPLY_MAX)));
            }
        } catch (JsonText.NotJson | BadField e) {
            throw new IOException(url + ": " + e.getMessage(), e);
        } finally {
            connection.disconnect();
        }
    }
}
