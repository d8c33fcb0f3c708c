package io.heddle.test.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.render.boot.NodeUplinks;
import io.heddle.render.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rendered script that keeps the default route of a node without BGP, run with two leafs in network namespaces of their own. */
class NodeUplinksIT {

    /** A node, and two leafs that have 10.64.9.9 behind them; answers how many ways out the node has, and whether all of them work. */
    private static final String BED = """
            set -eu
            trap 'kill $(jobs -p) 2>/dev/null' EXIT
            ip link set dev lo up
            ip addr add 100.96.9.1/32 dev lo
            leaf() {
                unshare -n sleep 300 >/dev/null 2>&1 &
                there=$!
                until [ "$(readlink /proc/$there/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.05; done
                ip link add dev "$1" type veth peer name swp1 netns $there
                ip link set dev "$1" up
                on $there ip link set dev lo up
                on $there ip addr add "$2" dev "$3"
                on $there ip addr add 10.64.9.9/32 dev lo
                lit $there
            }
            lit() { on "$1" ip link set dev swp1 up; on "$1" ip route replace 100.96.9.1/32 dev swp1; }
            on() { where=$1; shift; nsenter -t "$where" -n "$@"; }
            ways() { [ "$(ip route show default | grep -o ' dev nic0p[12]' | sort -u | wc -l)" = "$1" ]; }
            await() { i=0; until "$@"; do i=$((i + 1)); [ $i -lt 600 ] || { echo "never: $*"; ip route; exit 1; }; sleep 0.1; done; }
            reached() { busybox ping -c 1 -W 1 10.64.9.9 >/dev/null; }
            leaf nic0p1 %s %s; one=$there
            leaf nic0p2 %s %s; two=$there
            %s
            sh "$1" &
            """;

    private static final String STEPS = """
            await ways 2
            await reached
            on $one ip link set dev swp1 down
            await ways 1
            await reached
            on $two ip link set dev swp1 down
            await ways 0
            lit $two
            await ways 1
            await reached
            lit $one
            await ways 2
            ip link set dev nic0p1 down
            await ways 1
            ip link set dev nic0p1 up
            await ways 2
            await reached
            """;

    @TempDir
    private Path folder;

    @Test
    void everyUnnumberedUplinkThatHasLightIsAWayOut() throws Exception {
        SortedMap<String, String> files = Rendered.files(Rendered.plan("uplinks.yaml"), Target.NETPLAN);
        List<Leg> legs = legs(files);

        assertThat(legs).allMatch(Leg::onLink).extracting(Leg::port).containsExactly("nic0p1", "nic0p2");
        assertThat(run(
                        files,
                        BED.formatted(
                                legs.get(0).via() + "/32", "lo", legs.get(1).via() + "/32", "lo", "")))
                .isEmpty();
    }

    @Test
    void overNumberedLinksTheLeafsAddressOnTheLinkIsAsked() throws Exception {
        SortedMap<String, String> files =
                Rendered.files(Rendered.plan("uplinks.yaml", "design.links.nodes=numbered"), Target.NETPLAN);
        List<Leg> legs = legs(files);
        String netplan = Objects.requireNonNull(files.get("node-1-1/etc/netplan/50-heddle.yaml"));
        StringBuilder own = new StringBuilder();
        Pattern.compile("(nic0p[12]):\\n(?: {6}.*\\n)*? {6}addresses:\\n {6}- (\\S+)")
                .matcher(netplan)
                .results()
                .forEach(each -> own.append("ip addr add " + each.group(2) + " dev " + each.group(1) + "; "));

        assertThat(legs).noneMatch(Leg::onLink).extracting(Leg::port).containsExactly("nic0p1", "nic0p2");
        assertThat(own.toString()).contains("nic0p1", "nic0p2");
        assertThat(run(
                        files,
                        BED.formatted(
                                legs.get(0).via() + "/31", "swp1", legs.get(1).via() + "/31", "swp1", own)))
                .isEmpty();
    }

    @Test
    void whereBgpBringsRoutesThereIsNone() {
        assertThat(Rendered.files(Rendered.plan("routed.yaml"), Target.NETPLAN))
                .doesNotContainKey("node-1-1/" + NodeUplinks.SCRIPT);
    }

    private record Leg(String port, String via, boolean onLink) {}

    private static List<Leg> legs(SortedMap<String, String> files) {
        return Pattern.compile("(nic0p[12]) ([0-9.]+)( onlink)?")
                .matcher(Objects.requireNonNull(files.get("node-1-1/" + NodeUplinks.SCRIPT)))
                .results()
                .map(each -> new Leg(each.group(1), each.group(2), each.group(3) != null))
                .toList();
    }

    private String run(SortedMap<String, String> files, String bed) throws Exception {
        assumeTrue(
                Tool.exists("/usr/bin/unshare") && Tool.exists("/sbin/ip") && Tool.exists("/bin/busybox"),
                "no unshare, ip or busybox");
        Path script = Files.writeString(
                folder.resolve("script"), Objects.requireNonNull(files.get("node-1-1/" + NodeUplinks.SCRIPT)));
        Path steps = Files.writeString(folder.resolve("bed"), bed + STEPS);
        Tool ran = Tool.run(
                folder,
                List.of(
                        "unshare",
                        "-n",
                        "-p",
                        "-f",
                        "--mount-proc",
                        "--kill-child",
                        "bash",
                        steps.toString(),
                        script.toString()));
        assumeTrue(!ran.output().contains("Operation not permitted"), ran.output());
        assertThat(ran.exitCode()).as(ran.output()).isZero();
        return ran.output();
    }
}
