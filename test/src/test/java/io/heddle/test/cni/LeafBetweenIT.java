package io.heddle.test.cni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * Two nodes with a leaf between them, and no controller: the leaf and one node run FRR, the other node runs BIRD, and both nodes
 * redistribute the routes that the agent puts into the kernel.
 */
class LeafBetweenIT {

    private static final String CONFIG = """
            {"cniVersion": "1.0.0", "name": "pods", "type": "heddle-cni"}""";
    private static final String CONFLIST = """
            {"cniVersion": "1.0.0", "name": "pods", "plugins": [{"type": "heddle-cni"}]}""";

    @Test
    void aPodOfContainerdReachesAPodOnAnotherNodeUntranslated() throws IOException {
        try (CniBed east = new CniBed("e", "192.0.2.1");
                CniBed west = new CniBed("w", "192.0.2.2")) {
            assumeTrue(Commands.has("tcpdump"), "tcpdump is not installed");
            String leaf = east.namespace("leaf");
            CniBed.in(leaf, "sysctl", "-qw", "net.ipv4.ip_forward=1").orThrow();
            link(east.node(), leaf, "swp1", "10.0.1.1/31", "10.0.1.0/31");
            link(west.node(), leaf, "swp2", "10.0.2.1/31", "10.0.2.0/31");
            Router.frr(east, leaf, """
                    router bgp 65100
                     bgp router-id 10.0.0.100
                     no bgp ebgp-requires-policy
                     neighbor 10.0.1.1 remote-as 65001
                     neighbor 10.0.2.1 remote-as 65002
                     neighbor 10.0.1.1 timers connect 1
                     neighbor 10.0.2.1 timers connect 1
                    """);
            Router.frr(east, east.node(), """
                    router bgp 65001
                     bgp router-id 192.0.2.1
                     no bgp ebgp-requires-policy
                     neighbor 10.0.1.0 remote-as 65100
                     neighbor 10.0.1.0 timers connect 1
                     address-family ipv4 unicast
                      redistribute kernel route-map pods
                     exit-address-family
                    ip prefix-list block seq 5 permit 10.91.0.0/26 ge 32
                    route-map pods permit 10
                     match ip address prefix-list block
                    """);
            Router.bird(west, west.node(), """
                    router id 192.0.2.2;
                    protocol device {}
                    protocol kernel { learn; ipv4 { import where krt_source = 72; export where source = RTS_BGP; }; }
                    protocol bgp leaf {
                      local as 65002;
                      neighbor 10.0.2.0 as 65100;
                      connect retry time 1;
                      ipv4 { import all; export where source = RTS_INHERIT; };
                    }
                    """);
            AgentProcess.start(east, """
                    {"name": "pods", "blocks": ["10.91.0.0/26"]}""");
            AgentProcess.start(west, """
                    {"name": "pods", "blocks": ["10.92.0.0/26"]}""");
            Containerd containerd = Containerd.start(east, CONFLIST);
            String sandbox = containerd.run("train-0", "");
            String container = containerd.startContainer(sandbox, "train-0");
            String far = west.namespace("far");
            west.cni("ADD", "far", far, CONFIG).orThrow();
            eventually(() -> CniBed.in(leaf, "ip", "route").output().contains("10.92.0.0 via")
                    && east.inNode("ip", "route").output().contains("10.92.0.0 via")
                    && west.inNode("ip", "route").output().contains("10.91.0.0 via"));

            Path capture = east.directory().resolve("capture");
            Process tcpdump = new ProcessBuilder(
                            "nsenter",
                            "--net=/run/netns/" + leaf,
                            "tcpdump",
                            "-l",
                            "-n",
                            "-i",
                            "swp2",
                            "-c",
                            "2",
                            "icmp")
                    .redirectErrorStream(true)
                    .redirectOutput(capture.toFile())
                    .start();
            east.onClose(tcpdump::destroyForcibly);
            eventually(() -> read(capture).contains("listening on"));
            assertThat(containerd.exec(container, "ping", "-c", "1", "-W", "5", "10.92.0.0"))
                    .contains("1 packets received");
            eventually(() -> !tcpdump.isAlive());
            assertThat(read(capture)).contains("10.91.0.0 > 10.92.0.0", "10.92.0.0 > 10.91.0.0");

            containerd.remove(sandbox);
            eventually(() -> !CniBed.in(leaf, "ip", "route").output().contains("10.91.0.0"));
        }
    }

    private static void link(String node, String leaf, String port, String near, String far) {
        Commands.run("ip", "-n", node, "link", "add", "up0", "type", "veth", "peer", "name", port, "netns", leaf)
                .orThrow();
        Commands.run("ip", "-n", node, "addr", "add", near, "dev", "up0").orThrow();
        Commands.run("ip", "-n", node, "link", "set", "up0", "up").orThrow();
        Commands.run("ip", "-n", leaf, "addr", "add", far, "dev", port).orThrow();
        Commands.run("ip", "-n", leaf, "link", "set", port, "up").orThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the condition holds within 90 s").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
