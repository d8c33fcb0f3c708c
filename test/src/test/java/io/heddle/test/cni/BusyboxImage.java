package io.heddle.test.cni;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A container image made on the spot: busybox, which sleeps. */
final class BusyboxImage {

    static final String NAME = "localhost/local/busybox:1";

    private static final Path BUSYBOX = Path.of("/bin/busybox");

    private BusyboxImage() {}

    /** The root file system as a tar archive. */
    static Path rootfs(Path directory) {
        assumeTrue(Files.isExecutable(BUSYBOX), "busybox-static is not installed");
        try {
            Path root = directory.resolve("rootfs");
            for (String each : new String[] {"bin", "etc", "proc", "sys", "dev", "tmp", "run"}) {
                Files.createDirectories(root.resolve(each));
            }
            Files.copy(BUSYBOX, root.resolve("bin/busybox"));
            for (String each : new String[] {"sh", "sleep", "ping", "ip", "cat", "nc", "wget", "httpd"}) {
                Files.createSymbolicLink(root.resolve("bin").resolve(each), Path.of("busybox"));
            }
            Path tar = directory.resolve("rootfs.tar");
            Commands.run("tar", "-C", root.toString(), "--owner=0", "--group=0", "-cf", tar.toString(), ".")
                    .orThrow();
            return tar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An archive in the layout of the OCI image specification. */
    static Path archive(Path directory) {
        try {
            Path layout = directory.resolve("image");
            Path blobs = Files.createDirectories(layout.resolve("blobs/sha256"));
            byte[] layer = Files.readAllBytes(rootfs(directory));
            String layerDigest = put(blobs, layer);
            byte[] config = """
                    {"architecture": "amd64", "os": "linux", "config": {"Entrypoint": ["/bin/sleep", "1000000"], "Env": ["PATH=/bin"]},
                     "rootfs": {"type": "layers", "diff_ids": ["sha256:%s"]}}""".formatted(layerDigest).getBytes(StandardCharsets.UTF_8);
            byte[] manifest = """
                    {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
                     "config": {"mediaType": "application/vnd.oci.image.config.v1+json", "digest": "sha256:%s", "size": %d},
                     "layers": [{"mediaType": "application/vnd.oci.image.layer.v1.tar", "digest": "sha256:%s", "size": %d}]}""".formatted(put(blobs, config), config.length, layerDigest, layer.length)
                    .getBytes(StandardCharsets.UTF_8);
            Files.writeString(layout.resolve("oci-layout"), "{\"imageLayoutVersion\": \"1.0.0\"}");
            Files.writeString(layout.resolve("index.json"), """
                    {"schemaVersion": 2, "manifests": [{"mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "sha256:%s",
                     "size": %d, "platform": {"architecture": "amd64", "os": "linux"},
                     "annotations": {"io.containerd.image.name": "%s"}}]}""".formatted(put(blobs, manifest), manifest.length, NAME));
            Path tar = directory.resolve("image.tar");
            Commands.run("tar", "-C", layout.toString(), "-cf", tar.toString(), ".")
                    .orThrow();
            return tar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String put(Path blobs, byte[] content) throws IOException {
        try {
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            Files.write(blobs.resolve(digest), content);
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
