package io.heddle.test.walk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.model.config.Masquerade;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A pod, its node and everybody else, each a namespace: the pod behind a veth of the node, the node with its address on its loopback and none on its
 * uplink, the others' addresses behind that. {@link #close} removes all of it.
 */
final class MasqueradeBed {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    private static final String SEEN = """
            table ip seen {
              set sources { type ipv4_addr . ipv4_addr; flags dynamic; size 64; }
              chain in {
                type filter hook input priority 0;
                icmp type echo-request add @sources { ip saddr . ip daddr }
              }
            }
            """;

    private final String prefix = "hd-" + Long.toString(ProcessHandle.current().pid(), 36) + "-mq-";
    private final List<String> made = new ArrayList<>();
    private final IpAddress pod;

    MasqueradeBed(IpAddress pod, IpAddress node, List<IpAddress> others) throws IOException, InterruptedException {
        assumeTrue(System.getProperty("user.name").equals("root"), "network namespaces need root");
        for (String program : List.of("/usr/sbin/nft", "/usr/bin/busybox")) {
            assumeTrue(Files.isExecutable(Path.of(program)), program + " is not installed");
        }
        this.pod = pod;
        try {
            lay(node, others);
        } catch (AssertionError | IOException e) {
            close();
            throw e;
        }
    }

    private void lay(IpAddress node, List<IpAddress> others) throws IOException, InterruptedException {
        for (String each : List.of("pod", "node", "others")) {
            run("ip", "netns", "add", prefix + each);
            made.add(prefix + each);
            in(each, "sysctl", "-qw", "net.ipv4.conf.all.rp_filter=0", "net.ipv4.conf.default.rp_filter=0");
            in(each, "ip", "link", "set", "lo", "up");
        }
        in("node", "ip", "link", "add", "pod0", "type", "veth", "peer", "name", "eth0", "netns", prefix + "pod");
        in("node", "ip", "link", "add", "eth1", "type", "veth", "peer", "name", "eth0", "netns", prefix + "others");
        in("node", "sysctl", "-qw", "net.ipv4.ip_forward=1");
        in("node", "ip", "addr", "add", node + "/32", "dev", "lo");
        in("node", "ip", "link", "set", "pod0", "up");
        in("node", "ip", "link", "set", "eth1", "up");
        in("node", "ip", "route", "add", pod + "/32", "dev", "pod0");
        in("node", "ip", "route", "add", "default", "dev", "eth1");
        // Whoever asks for the pod on the uplink is answered by the node.
        in("node", "sysctl", "-qw", "net.ipv4.conf.eth1.proxy_arp=1", "net.ipv4.conf.pod0.proxy_arp=1");
        in("pod", "ip", "addr", "add", pod + "/32", "dev", "eth0");
        in("pod", "ip", "link", "set", "eth0", "up");
        in("pod", "ip", "route", "add", "default", "dev", "eth0");
        in("others", "ip", "link", "set", "eth0", "up");
        for (IpAddress each : others) {
            in("others", "ip", "addr", "add", each + "/32", "dev", "lo");
        }
        in("others", "ip", "route", "add", node + "/32", "dev", "eth0");
        in("others", "ip", "route", "add", pod + "/32", "dev", "eth0");
        in("others", "nft", SEEN);
        in("pod", "nft", SEEN);
    }

    /** Has the node do what a rule says, for the pods of a block. */
    void masquerade(Prefix block, Masquerade rule) throws IOException, InterruptedException {
        String except =
                String.join(", ", rule.except().stream().map(Prefix::toString).toList());
        in("node", "nft", """
                table ip masq {
                  chain out {
                    type nat hook postrouting priority srcnat; policy accept;
                    oifname "eth1" ip saddr %s ip daddr != { %s } masquerade
                  }
                }
                """.formatted(block, except));
    }

    /** Sends echo requests from the pod until one is answered; the source that the receiver saw. */
    String seenFromPod(IpAddress to) throws IOException, InterruptedException {
        answered("pod", "busybox", "ping", "-c", "1", "-W", "1", to.toString());
        return seen("others", to);
    }

    /** The same from another address to the pod. */
    String seenByPod(IpAddress from) throws IOException, InterruptedException {
        answered("others", "busybox", "ping", "-c", "1", "-W", "1", "-I", from.toString(), pod.toString());
        return seen("pod", pod);
    }

    private void answered(String where, String... words) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (Ended last = tried(where, words); last.code != 0; last = tried(where, words)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(String.join(" ", words) + " in " + where + ": " + last.output);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    /** Sources of what came to an address, separated by spaces; forgotten with it. */
    private String seen(String where, IpAddress to) throws IOException, InterruptedException {
        String listed = in(where, "nft", "list", "set", "ip", "seen", "sources");
        in(where, "nft", "flush", "set", "ip", "seen", "sources");
        return String.join(
                " ",
                Stream.of(listed.split("[{},]"))
                        .map(String::strip)
                        .filter(each -> each.endsWith(" . " + to))
                        .map(each -> each.substring(0, each.indexOf(' ')))
                        .toList());
    }

    private String in(String where, String... words) throws IOException, InterruptedException {
        return run(inside(where, words));
    }

    private Ended tried(String where, String... words) throws IOException, InterruptedException {
        return end(inside(where, words));
    }

    private String[] inside(String where, String... words) {
        return Stream.concat(Stream.of("ip", "netns", "exec", prefix + where), Stream.of(words))
                .toArray(String[]::new);
    }

    private record Ended(int code, String output) {}

    private static Ended end(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = String.join("\n", process.inputReader().readAllLines());
        return new Ended(process.waitFor(), output);
    }

    private static String run(String... words) throws IOException, InterruptedException {
        Ended ended = end(words);
        if (ended.code != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + ended.output);
        }
        return ended.output;
    }

    void close() throws IOException, InterruptedException {
        while (!made.isEmpty()) {
            run("ip", "netns", "del", made.removeLast());
        }
    }
}
