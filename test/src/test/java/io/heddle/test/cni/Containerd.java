package io.heddle.test.cni;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A containerd of its own in the namespace of a node, spoken to as the kubelet does: CRI over gRPC on its UNIX socket, by curl and a few
 * hand-made messages (the field numbers are those of the CRI API, {@code runtime/v1}).
 */
public final class Containerd implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);
    private static final int GRPC_HEADER = 5;

    private static final Pattern NAMESPACE = Pattern.compile("/run/netns/(cni-[0-9a-f-]+)");

    private final Path directory;
    private final Process process;

    private Containerd(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /** Starts one that uses our plugin, as installed by {@code heddle-cni install}; it ends with the bed. */
    static Containerd start(CniBed bed, String conflist) {
        Containerd containerd = start(bed.directory().resolve("containerd"), bed.node(), bed.socket(), conflist);
        bed.onClose(containerd::close);
        return containerd;
    }

    /**
     * Starts one; skips the test where a program is missing.
     *
     * @param directory its own
     * @param node the network namespace it runs in
     * @param socket of the agent
     */
    public static Containerd start(Path directory, String node, Path socket, String conflist) {
        for (String each : new String[] {"containerd", "ctr", "runc", "curl", "nsenter"}) {
            assumeTrue(Commands.has(each), each + " is not installed");
        }
        assumeTrue(
                Files.isExecutable(Path.of("/usr/lib/cni/loopback")), "containernetworking-plugins is not installed");
        try {
            Path config = configure(directory, conflist);
            ProcessBuilder builder = new ProcessBuilder(
                            "nsenter", "--net=/run/netns/" + node, "containerd", "-c", config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile());
            builder.environment().put("HEDDLE_CNI_SOCKET", socket.toString());
            Containerd containerd = new Containerd(directory, builder.start());
            try {
                containerd.awaitReady();
                return containerd;
            } catch (IOException | RuntimeException | AssertionError e) {
                containerd.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path configure(Path directory, String conflist) throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Path conf = Files.createDirectories(directory.resolve("net.d"));
        Path file = Files.writeString(directory.resolve("10-heddle.conflist"), conflist);
        Commands.run(
                        CniBed.BINARY.toString(),
                        "install",
                        "--bin-dir",
                        bin.toString(),
                        "--conflist",
                        file.toString(),
                        "--conf-dir",
                        conf.toString())
                .orThrow();
        for (String each : new String[] {"loopback", "portmap", "tuning", "bridge", "ptp", "host-local"}) {
            Files.createSymbolicLink(bin.resolve(each), Path.of("/usr/lib/cni", each));
        }
        return Files.writeString(directory.resolve("config.toml"), configuration(directory));
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!ctr("version") || !ctr("plugins", "ls")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("containerd is not ready: " + Files.readString(directory.resolve("log")));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        Path image = BusyboxImage.archive(Files.createDirectories(directory.resolve("image")));
        if (!ctr("-n", "k8s.io", "images", "import", image.toString())) {
            throw new AssertionError("the image was not imported");
        }
    }

    private boolean ctr(String... words) {
        return Commands.run(Stream.concat(Stream.of("ctr", "-a", socket()), Stream.of(words))
                                .toArray(String[]::new))
                        .exitCode()
                == 0;
    }

    private String socket() {
        return directory.resolve("containerd.sock").toString();
    }

    /** Ends sandboxes, the daemon and its shims with what still runs in them; where the agent is gone a sandbox is ended without it. */
    @Override
    public void close() {
        try {
            for (byte[] each : Protobuf.values(call("ListPodSandbox", new Protobuf()), 1)) {
                remove(Protobuf.text(each, 1));
            }
        } catch (AssertionError e) {
            System.out.println("sandboxes are ended without their network: " + e.getMessage());
        }
        process.destroy();
        process.onExit().join();
        List<ProcessHandle> shims = ProcessHandle.allProcesses()
                .filter(each -> each.info().commandLine().orElse("").contains(socket()))
                .toList();
        // A shim that is killed takes nothing with it.
        shims.forEach(shim -> {
            shim.descendants().forEach(ProcessHandle::destroyForcibly);
            shim.destroyForcibly();
        });
        Mounts.detach(directory);
    }

    /** Removes every sandbox of that name: one that could not be started may have been left, not ready, for its network to be taken down. */
    public void forget(String name) {
        for (byte[] each : Protobuf.values(call("ListPodSandbox", new Protobuf()), 1)) {
            if (Protobuf.values(each, 2).stream()
                    .anyMatch(of -> Protobuf.text(of, 1).equals(name))) {
                remove(Protobuf.text(each, 1));
            }
        }
    }

    /** The name of a sandbox's network namespace in {@code /run/netns}. */
    public String namespace(String sandbox) {
        byte[] answer = call("PodSandboxStatus", new Protobuf().text(1, sandbox).number(2, 1));
        for (byte[] each : Protobuf.values(answer, 2)) {
            Matcher path = NAMESPACE.matcher(Protobuf.text(each, 2));
            if (path.find()) {
                return path.group(1);
            }
        }
        throw new AssertionError("sandbox " + sandbox + " has no network namespace: " + new String(answer, UTF_8));
    }

    /** Runs a pod's sandbox; answers its id. */
    public String run(String name, String annotations) {
        return Protobuf.text(call("RunPodSandbox", new Protobuf().message(1, sandbox(name, annotations))), 1);
    }

    private static Protobuf sandbox(String name, String ips) {
        Protobuf config = new Protobuf()
                .message(1, new Protobuf().text(1, name).text(2, "uid-" + name).text(3, "gpu"))
                .text(2, name)
                .message(8, new Protobuf());
        return ips.isEmpty() ? config : config.entry(7, "heddle.io/ips", ips);
    }

    /** Starts a container in it that sleeps; answers its id. */
    String startContainer(String sandbox, String name) {
        Protobuf config = new Protobuf()
                .message(1, new Protobuf().text(1, "main"))
                .message(2, new Protobuf().text(1, BusyboxImage.NAME))
                .message(15, new Protobuf());
        String id = Protobuf.text(
                call(
                        "CreateContainer",
                        new Protobuf().text(1, sandbox).message(2, config).message(3, sandbox(name, ""))),
                1);
        call("StartContainer", new Protobuf().text(1, id));
        return id;
    }

    /** Runs a command in a container; answers its standard output and error. */
    String exec(String container, String... words) {
        Protobuf request = new Protobuf().text(1, container).number(3, 60);
        for (String each : words) {
            request.text(2, each);
        }
        byte[] answer = call("ExecSync", request);
        return Protobuf.text(answer, 1) + Protobuf.text(answer, 2);
    }

    /** The addresses that the runtime believes a sandbox to have. */
    public String addresses(String sandbox) {
        byte[] status = Protobuf.values(call("PodSandboxStatus", new Protobuf().text(1, sandbox)), 1)
                .getFirst();
        byte[] network = Protobuf.values(status, 5).getFirst();
        StringBuilder addresses = new StringBuilder(Protobuf.text(network, 1));
        for (byte[] each : Protobuf.values(network, 2)) {
            addresses.append(' ').append(Protobuf.text(each, 1));
        }
        return addresses.toString();
    }

    void stop(String sandbox) {
        call("StopPodSandbox", new Protobuf().text(1, sandbox));
    }

    public void remove(String sandbox) {
        stop(sandbox);
        call("RemovePodSandbox", new Protobuf().text(1, sandbox));
    }

    /** One gRPC call; a status other than OK is an error with its message. */
    private byte[] call(String method, Protobuf message) {
        byte[] bytes = message.bytes();
        try {
            Path request = Files.createTempFile(directory, "request", "");
            Path answer = Files.createTempFile(directory, "answer", "");
            Files.write(
                    request,
                    ByteBuffer.allocate(GRPC_HEADER + bytes.length)
                            .put((byte) 0)
                            .putInt(bytes.length)
                            .put(bytes)
                            .array());
            String headers = Commands.run(
                            "curl",
                            "-s",
                            "-S",
                            "--http2-prior-knowledge",
                            "--unix-socket",
                            socket(),
                            "-X",
                            "POST",
                            "-H",
                            "content-type: application/grpc",
                            "-H",
                            "te: trailers",
                            "--data-binary",
                            "@" + request,
                            "-D",
                            "-",
                            "-o",
                            answer.toString(),
                            "http://localhost/runtime.v1.RuntimeService/" + method)
                    .orThrow()
                    .output();
            if (!headers.toLowerCase(Locale.ROOT).contains("grpc-status: 0")) {
                throw new AssertionError(method + ": " + headers);
            }
            byte[] body = Files.readAllBytes(answer);
            Files.delete(request);
            Files.delete(answer);
            return Arrays.copyOfRange(body, Math.min(GRPC_HEADER, body.length), body.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String configuration(Path directory) {
        return """
                version = 2
                root = "%1$s/root"
                state = "%1$s/state"
                oom_score = 0
                disabled_plugins = ["io.containerd.snapshotter.v1.aufs", "io.containerd.snapshotter.v1.btrfs", "io.containerd.snapshotter.v1.devmapper", "io.containerd.snapshotter.v1.zfs", "io.containerd.internal.v1.opt", "io.containerd.tracing.processor.v1.otlp"]
                [grpc]
                  address = "%1$s/containerd.sock"
                [plugins."io.containerd.grpc.v1.cri"]
                  sandbox_image = "%2$s"
                  disable_apparmor = true
                  restrict_oom_score_adj = true
                  disable_tcp_service = true
                  [plugins."io.containerd.grpc.v1.cri".cni]
                    bin_dir = "%1$s/bin"
                    conf_dir = "%1$s/net.d"
                    max_conf_num = 1
                  [plugins."io.containerd.grpc.v1.cri".containerd]
                    snapshotter = "overlayfs"
                    default_runtime_name = "runc"
                    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
                      runtime_type = "io.containerd.runc.v2"
                      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
                        SystemdCgroup = false
                """.formatted(directory, BusyboxImage.NAME);
    }
}
