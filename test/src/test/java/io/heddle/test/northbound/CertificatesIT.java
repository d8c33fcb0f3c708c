package io.heddle.test.northbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.tls.LoadedTls;
import io.heddle.tls.TlsFiles;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heddle certs} and a controller that uses what it makes. */
class CertificatesIT {

    @TempDir
    private Path directory;

    @Test
    void aControllerIsBroughtUpWithCertificatesOfTheCommandAndTakesNewOnesWithoutRestart() throws Exception {
        String[] all = {
            "certs", "--out", "tls", "--controller", "ctl-1=127.0.0.1,localhost", "--node", "cloud-1-1", "--writer", "w"
        };
        assertThat(HeddleProcess.run(directory, all).err()).isEmpty();
        HeddleProcess again = HeddleProcess.run(directory, all);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("ctl-1.pem", "--renew");

        HeddleProcess foreign =
                HeddleProcess.run(directory, "certs", "--out", "foreign", "--writer", "w", "--days", "1");
        assertThat(foreign.exitCode()).isZero();

        Files.writeString(directory.resolve("controller.yaml"), """
                heddle: controller/1
                name: ctl-1
                fabric: {scenario: dell-kubeflow-rack}
                audit: off
                store: {directory: store}
                http:
                  listen: "127.0.0.1:0"
                  tls: {certificate: tls/ctl-1.pem, key: tls/ctl-1.key, authorities: tls/ca.pem}
                """);
        try (HeddleProcess controller = HeddleProcess.controller(directory, "controller.yaml")) {
            Optional<BigInteger> before;
            try (HttpClient writer = client("tls", "w");
                    HttpClient node = client("tls", "cloud-1-1");
                    HttpClient stranger = mixed()) {
                HttpResponse<String> fabric = get(writer, controller, "/v1/fabric");
                assertThat(fabric.statusCode()).isEqualTo(200);
                before = serial(fabric);

                assertThat(get(node, controller, "/v1/nodes/cloud-1-1").statusCode())
                        .isEqualTo(200);
                assertThat(get(node, controller, "/v1/nodes/cloud-1-2").statusCode())
                        .isEqualTo(403);
                assertThat(get(node, controller, "/v1/fabric").statusCode()).isEqualTo(403);
                // Its certificate is of no authority that the server asks for, so it shows none.
                assertThat(get(stranger, controller, "/v1/fabric").statusCode()).isEqualTo(401);
            }

            HeddleProcess renewed = HeddleProcess.run(
                    directory, "certs", "--out", "tls", "--controller", "ctl-1=127.0.0.1,localhost", "--renew");
            assertThat(renewed.exitCode()).isZero();
            controller.until("the new certificate", () -> controller.err().contains("certificates-read"));
            try (HttpClient writer = client("tls", "w")) {
                HttpResponse<String> fabric = get(writer, controller, "/v1/fabric");
                assertThat(fabric.statusCode()).isEqualTo(200);
                assertThat(serial(fabric)).isPresent().isNotEqualTo(before);
            }
            controller.signal("TERM");
            assertThat(controller.exitCode()).isZero();
        }
    }

    private HttpClient client(String folder, String name) throws Exception {
        Path files = directory.resolve(folder);
        return client(new TlsFiles(
                files.resolve(name + ".pem"), files.resolve(name + ".key"), files.resolve("ca.pem"), Optional.empty()));
    }

    /** Believes the controller, and shows a certificate of another authority. */
    private HttpClient mixed() throws Exception {
        Path files = directory.resolve("foreign");
        return client(new TlsFiles(
                files.resolve("w.pem"), files.resolve("w.key"), directory.resolve("tls/ca.pem"), Optional.empty()));
    }

    private static HttpClient client(TlsFiles files) throws Exception {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(LoadedTls.load(files, 1).context())
                .build();
    }

    private static HttpResponse<String> get(HttpClient client, HeddleProcess controller, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("https://" + controller.listens() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Optional<BigInteger> serial(HttpResponse<?> answer) throws IOException {
        Optional<SSLSession> session = answer.sslSession();
        return session.isEmpty()
                ? Optional.empty()
                : Optional.of(((X509Certificate) session.get().getPeerCertificates()[0]).getSerialNumber());
    }
}
