package io.heddle.controller.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.controller.http.api.Serving;
import io.heddle.tls.TlsFiles;
import io.heddle.tls.UnusableTls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutualTlsTest {

    @TempDir
    private Path directory;

    private TestAuthority authority;
    private CurrentTls tls;

    @BeforeEach
    void certificates() throws Exception {
        assumeTrue(TestAuthority.isPossible(), "the openssl command is missing");
        authority = TestAuthority.in(directory.resolve("a"));
        tls = CurrentTls.load(authority.server());
    }

    @Test
    void aNodeSpeaksForItselfAlone() throws Exception {
        try (Serving serving = Serving.start(4, tls)) {
            SSLContext node = client(authority.node("node-1"));

            assertThat(report(serving, node, "node-1").statusCode()).isEqualTo(200);
            HttpResponse<String> other = report(serving, node, "node-2");
            assertThat(other.statusCode()).isEqualTo(403);
            assertThat(other.body()).contains("urn:heddle:node:node-1", "urn:heddle:node:node-2");
            assertThat(get(serving, node, "/v1/nodes/node-1").statusCode()).isEqualTo(200);
            assertThat(get(serving, node, "/v1/nodes/node-2").statusCode()).isEqualTo(403);
            assertThat(get(serving, node, "/v1/nodes").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void whoReadsMayNotWrite() throws Exception {
        try (Serving serving = Serving.start(4, tls)) {
            SSLContext reader = client(authority.issue("reader", "URI:urn:heddle:role:read", 30));
            SSLContext writer = client(authority.issue("writer", "URI:urn:heddle:role:write", 30));
            report(serving, writer, "node-1");

            assertThat(get(serving, reader, "/v1/nodes").statusCode()).isEqualTo(200);
            assertThat(delete(serving, reader, "/v1/nodes/node-1").statusCode()).isEqualTo(403);
            assertThat(delete(serving, writer, "/v1/nodes/node-1").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutACertificateThereAreProbesAlone() throws Exception {
        try (Serving serving = Serving.start(1, tls)) {
            SSLContext nobody = trusting(authority.files("server"));

            assertThat(get(serving, nobody, "/healthz").statusCode()).isEqualTo(200);
            HttpResponse<String> refused = get(serving, nobody, "/v1/fabric");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("no-certificate");
        }
    }

    @Test
    void aCertificateThatNamesNothingIsNobody() throws Exception {
        try (Serving serving = Serving.start(1, tls)) {
            SSLContext other = client(authority.issue("other", "DNS:node-1", 30));

            assertThat(get(serving, other, "/v1/fabric").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aForeignAuthoritysCertificateIsRefused() throws Exception {
        TestAuthority foreign = TestAuthority.in(directory.resolve("b"));
        foreign.node("node-1");
        TlsFiles mixed = new TlsFiles(
                foreign.files("node-1").certificate(),
                foreign.files("node-1").key(),
                authority.files("server").authorities(),
                Optional.empty());
        try (Serving serving = Serving.start(1, tls)) {
            refused(serving, client(mixed));
            assertThat(serving.told).anyMatch(each -> each.startsWith("cut TLS"));
        }
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        TlsFiles expired = authority.issue("node-1", "URI:urn:heddle:node:node-1", -1);
        // The client's own end would refuse it first: so the key manager is made without looking at dates.
        assertThatThrownBy(() -> CurrentTls.load(expired))
                .isInstanceOf(UnusableTls.class)
                .hasMessageContaining("node-1.pem");
        try (Serving serving = Serving.start(1, tls)) {
            refused(serving, ClientKeys.context(expired));
        }
    }

    @Test
    void aCopiedCertificateWithoutItsKeyIsRefused() throws Exception {
        TlsFiles victim = authority.node("node-1");
        TlsFiles own = authority.node("node-2");
        TlsFiles replayed = new TlsFiles(victim.certificate(), own.key(), victim.authorities(), Optional.empty());

        assertThatThrownBy(() -> CurrentTls.load(replayed))
                .isInstanceOf(UnusableTls.class)
                .hasMessageContaining("key of another certificate");
        try (Serving serving = Serving.start(1, tls)) {
            refused(serving, ClientKeys.context(replayed));
        }
    }

    @Test
    void aRevokedCertificateIsRefusedOnAnOpenConnectionToo() throws Exception {
        TlsFiles server = authority.files("server");
        authority.node("node-0");
        authority.node("node-1");
        TlsFiles withList =
                new TlsFiles(server.certificate(), server.key(), server.authorities(), Optional.of(authority.revoke()));
        CurrentTls checking = CurrentTls.load(withList);
        try (Serving serving = Serving.start(2, checking);
                HttpClient open = client(client(authority.files("node-1")))) {
            assertThat(get(serving, open, "/v1/nodes/node-1").statusCode()).isEqualTo(200);

            authority.revoke("node-1");
            assertThat(checking.refresh()).isEqualTo(new CurrentTls.Refreshed.Renewed());

            HttpResponse<String> refused = get(serving, open, "/v1/nodes/node-1");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("certificate-refused");
            assertThat(get(serving, client(authority.files("node-0")), "/v1/nodes/node-0")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void newCertificatesAreTakenWithoutRestartAndBrokenOnesAreNot() throws Exception {
        TlsFiles files = authority.files("server");
        assertThat(tls.refresh()).isEqualTo(new CurrentTls.Refreshed.Same());

        String broken = "-----BEGIN PRIVATE KEY-----\nc2VjcmV0LXdvcmRz\n-----END PRIVATE KEY-----\n";
        String good = Files.readString(files.key());
        write(files.key(), broken, 1);
        assertThat(tls.refresh())
                .isInstanceOfSatisfying(CurrentTls.Refreshed.Kept.class, kept -> assertThat(kept.reason())
                        .contains("server.key")
                        .doesNotContain("c2VjcmV0", "secret-words"));
        try (Serving serving = Serving.start(2, tls)) {
            assertThat(get(serving, trusting(files), "/healthz").statusCode()).isEqualTo(200);

            TestAuthority next = TestAuthority.in(directory.resolve("next"));
            TlsFiles fresh = next.server();
            Files.copy(fresh.certificate(), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(fresh.authorities(), files.authorities(), StandardCopyOption.REPLACE_EXISTING);
            assertThat(tls.refresh()).isInstanceOf(CurrentTls.Refreshed.Kept.class); // half of a rotation
            write(files.key(), Files.readString(fresh.key()), 2);
            assertThat(tls.refresh()).isEqualTo(new CurrentTls.Refreshed.Renewed());

            assertThat(get(serving, client(next.node("node-1")), "/v1/nodes/node-1")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(good).isNotEqualTo(broken);
    }

    private static void write(Path file, String text, int second) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L + second * 1000L));
    }

    private static SSLContext client(TlsFiles files) throws Exception {
        return ClientKeys.context(files);
    }

    /** A client that shows no certificate. */
    private static SSLContext trusting(TlsFiles files) throws Exception {
        TrustManagerFactory trusts = ClientKeys.trust(files);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusts.getTrustManagers(), new SecureRandom());
        return context;
    }

    private static HttpClient client(SSLContext context) {
        return HttpClient.newBuilder()
                .sslContext(context)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
    }

    private static void refused(Serving serving, SSLContext context) {
        assertThatThrownBy(() -> get(serving, context, "/v1/nodes/node-1")).isInstanceOf(IOException.class);
    }

    private static HttpResponse<String> get(Serving serving, SSLContext context, String path) throws Exception {
        try (HttpClient client = client(context)) {
            return get(serving, client, path);
        }
    }

    private static HttpResponse<String> get(Serving serving, HttpClient client, String path) throws Exception {
        return client.send(request(serving, path).GET().build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> delete(Serving serving, SSLContext context, String path) throws Exception {
        try (HttpClient client = client(context)) {
            return client.send(request(serving, path).DELETE().build(), BodyHandlers.ofString());
        }
    }

    private static HttpResponse<String> report(Serving serving, SSLContext context, String node) throws Exception {
        String body = "{\"format\":1,\"node\":\"" + node + "\",\"whole\":true,\"up-to\":1,\"events\":[]}";
        try (HttpClient client = client(context)) {
            return client.send(
                    request(serving, "/v1/agents/" + node + "/report")
                            .header("content-type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static HttpRequest.Builder request(Serving serving, String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + serving.port() + path))
                .timeout(Duration.ofSeconds(30));
    }
}
