package io.heddle.test.cni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.test.cni.Commands.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Containers started by podman with its CNI backend. */
class PodmanIT {

    private static final Path AGENT = CniBed.HOME.resolve("cni-bridge/target/agent");

    @Test
    void aContainerGetsTheAddressAndMacItAsksFor() throws IOException {
        try (CniBed bed = new CniBed()) {
            assumeTrue(Commands.has("podman"), "podman is not installed");
            AgentProcess.start(bed, """
                    {"name": "pods", "blocks": ["10.89.0.0/26"]}""");
            Path root = prepare(bed);
            podman(bed, root, "import", BusyboxImage.rootfs(root).toString(), "local/busybox:1")
                    .orThrow();

            Ended plain = podman(bed, root, "run", "--rm", "--network", "pods", "local/busybox:1", "/bin/ip", "addr")
                    .orThrow();
            Ended asked = podman(
                            bed,
                            root,
                            "run",
                            "--rm",
                            "--network",
                            "pods:ip=10.89.0.33,mac=02:00:00:00:00:33",
                            "local/busybox:1",
                            "/bin/ip",
                            "addr")
                    .orThrow();
            Ended refused = podman(
                    bed, root, "run", "--rm", "--network", "pods:ip=10.99.0.1", "local/busybox:1", "/bin/ip", "addr");

            assertThat(plain.output()).contains("inet 10.89.0.0/32");
            assertThat(asked.output()).contains("inet 10.89.0.33/32", "02:00:00:00:00:33");
            assertThat(refused.exitCode()).isNotZero();
            assertThat(refused.printed()).contains("10.99.0.1 cannot be given");
            assertThat(bed.inNode("ip", "-o", "link", "show", "type", "veth").output())
                    .isEmpty();
        }
    }

    @Test
    void theImageOfTheContainerfileInstallsBinaryAndConfigurationOnItsNode() throws IOException {
        try (CniBed bed = new CniBed()) {
            assumeTrue(Commands.has("podman"), "podman is not installed");
            Path root = prepare(bed);
            podman(bed, root, "import", BusyboxImage.rootfs(root).toString(), "localhost/local/base:1")
                    .orThrow();
            Path host = Files.createDirectories(bed.directory().resolve("host/bin"));
            build(bed, root);

            podman(
                            bed,
                            root,
                            "run",
                            "--rm",
                            "--network",
                            "none",
                            "-v",
                            host.getParent() + ":/host",
                            "--entrypoint",
                            "/opt/heddle/bin/heddle-cni",
                            "heddle-agent",
                            "install",
                            "--bin-dir",
                            "/host/bin",
                            "--conflist",
                            "/opt/heddle/share/10-heddle.conflist",
                            "--conf-dir",
                            "/host")
                    .orThrow();

            assertThat(host.resolve("heddle-cni")).isExecutable().hasSameBinaryContentAs(CniBed.BINARY);
            assertThat(host.resolveSibling("10-heddle.conflist"))
                    .hasSameTextualContentAs(AGENT.resolve("share/10-heddle.conflist"));
        }
    }

    @Test
    void theAgentOfTheImageServesTheNodeItRunsOn() throws IOException {
        try (CniBed bed = new CniBed()) {
            assumeTrue(Commands.has("podman"), "podman is not installed");
            Path root = prepare(bed);
            Path rootfs = BusyboxImage.rootfs(root);
            addBash(rootfs);
            podman(bed, root, "import", rootfs.toString(), "localhost/local/base:1")
                    .orThrow();
            build(bed, root);
            Files.writeString(bed.directory().resolve("agent.json"), """
                    {"format": 1, "socket": "%s", "state-directory": "%s", "networks": [{"name": "pods", "blocks": ["10.89.0.0/26"]}]}
                    """.formatted(
                            bed.socket(), bed.directory().resolve("state")));
            String java = System.getProperty("java.home");

            podman(
                            bed,
                            root,
                            ("run -d --name agent --network ns:/run/netns/%s --privileged --pid host -v %s:%s -v /run/netns:/run/netns:rslave"
                                            + " -v %s:/jre:ro -e JAVA_HOME=/jre heddle-agent --config %s/agent.json")
                                    .formatted(bed.node(), bed.directory(), bed.directory(), java, bed.directory())
                                    .split(" "))
                    .orThrow();
            try {
                String log = awaitReady(bed, root);
                String pod = bed.namespace("pod");
                assertThat(bed.cni(
                                        "ADD",
                                        "one",
                                        pod,
                                        "{\"cniVersion\": \"1.0.0\", \"name\": \"pods\", \"type\": \"heddle-cni\"}")
                                .orThrow()
                                .output())
                        .as(log)
                        .contains("10.89.0.0/32");
                assertThat(CniBed.pings(pod, CniBed.NODE_ADDRESS)).isTrue();
            } finally {
                podman(bed, root, "rm", "-f", "-t", "5", "agent").orThrow();
            }
        }
    }

    @Test
    void systemdReadsTheUnit() throws IOException {
        assumeTrue(Commands.has("systemd-analyze"), "systemd is not installed");
        try (CniBed bed = new CniBed()) {
            String unit = Files.readString(AGENT.resolve("share/heddle-agent.service"));
            // It looks for the programs.
            Path file = Files.writeString(
                    bed.directory().resolve("heddle-agent.service"),
                    unit.replace("/opt/heddle/bin", AGENT.resolve("bin").toString()));

            assertThat(Commands.run("systemd-analyze", "verify", file.toString())
                            .orThrow()
                            .printed())
                    .doesNotContain("heddle-agent");
        }
    }

    private static void build(CniBed bed, Path root) {
        podman(bed, root, "build", "--build-arg", "BASE=localhost/local/base:1", "-t", "heddle-agent", AGENT.toString())
                .orThrow();
    }

    /** Adds the shell that the launcher is written for, and the libraries that it and the JVM need. */
    private static void addBash(Path tar) {
        String libraries = Commands.run("ldd", "/bin/bash", System.getProperty("java.home") + "/lib/server/libjvm.so")
                .orThrow()
                .output();
        List<String> words =
                new ArrayList<>(List.of("tar", "-C", "/", "-h", "-rf", tar.toString(), "bin/bash", "usr/bin/env"));
        Pattern.compile("/(?:usr/)?lib\\S*/(?!libjvm)\\S+\\.so\\S*")
                .matcher(libraries)
                .results()
                .map(each -> each.group().substring(1))
                .filter(each -> !each.startsWith("usr/lib/jvm"))
                .distinct()
                .forEach(words::add);
        Commands.run(words.toArray(String[]::new)).orThrow();
    }

    private static String awaitReady(CniBed bed, Path root) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (true) {
            String log = podman(bed, root, "logs", "agent").printed();
            if (log.contains("\"ready\"")) {
                return log;
            }
            assertThat(System.nanoTime()).as(log).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static Path prepare(CniBed bed) throws IOException {
        Path root = Files.createDirectories(bed.directory().resolve("podman"));
        Path conf = Files.createDirectories(root.resolve("net.d"));
        Path bin = Files.createDirectories(root.resolve("bin"));
        Path conflist = Files.writeString(bed.directory().resolve("pods.conflist"), """
                {"cniVersion": "0.4.0", "name": "pods", "plugins": [{"type": "heddle-cni"}]}""");
        Commands.run(
                        CniBed.BINARY.toString(),
                        "install",
                        "--bin-dir",
                        bin.toString(),
                        "--conflist",
                        conflist.toString(),
                        "--conf-dir",
                        conf.toString())
                .orThrow();
        Files.writeString(root.resolve("containers.conf"), """
                [containers]
                default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
                [network]
                network_backend = "cni"
                cni_plugin_dirs = ["%s"]
                network_config_dir = "%s"
                [engine]
                cgroup_manager = "cgroupfs"
                events_logger = "file"
                """.formatted(bin, conf));
        return root;
    }

    private static Ended podman(CniBed bed, Path root, String... words) {
        return Commands.run(
                Map.of(
                        "CONTAINERS_CONF", root.resolve("containers.conf").toString(),
                        "HEDDLE_CNI_SOCKET", bed.socket().toString()),
                "",
                Stream.concat(
                                Stream.of(
                                        "nsenter",
                                        "--net=/run/netns/" + bed.node(),
                                        "podman",
                                        "--root",
                                        root.resolve("root").toString(),
                                        "--runroot",
                                        root.resolve("run").toString(),
                                        "--runtime",
                                        "runc"),
                                Stream.of(words))
                        .toArray(String[]::new));
    }
}
