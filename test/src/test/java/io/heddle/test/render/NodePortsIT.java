package io.heddle.test.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.render.boot.NodePorts;
import io.heddle.render.target.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rendered script that keeps a starting leaf's ports to nodes dark, run with real interfaces in a network namespace of its own. */
class NodePortsIT {

    /** Two uplinks, a port to a node, a link to a controller; answers whether the port is lit, and waits for what is polled. */
    private static final String BED = """
            set -eu
            for each in swp32 swp31 swp1 mgmt0; do
                ip link add dev $each type veth peer name $each-far
                ip link set dev $each up
                ip link set dev $each-far up
            done
            ip addr add 172.31.0.1/16 dev mgmt0
            ip addr add 10.0.0.1/31 dev swp31
            ip addr add 10.0.0.3/31 dev swp32
            lit() { ip -o link show dev swp1 | grep -q '[<,]UP[,>]'; }
            dark() { ! lit; }
            await() { i=0; until "$@"; do i=$((i + 1)); [ $i -lt 600 ] || { echo "never: $*"; exit 1; }; sleep 0.1; done; }
            sh "$1" &
            script=$!
            await dark
            """;

    @TempDir
    private Path folder;

    @Test
    void portsToNodesAreDarkUntilRoutesOverAnUplinkNoLongerGrow() throws Exception {
        assertThat(run("""
                ip route add 10.9.0.0/24 via 172.31.0.2 proto bgp
                for each in $(seq 1 60); do dark; sleep 0.1; done
                echo dark without uplinks
                for each in $(seq 1 40); do
                    for more in $(seq 1 10); do
                        ip route add 10.64.$each.$more/32 proto bgp nexthop via 10.0.0.0 nexthop via 10.0.0.2
                    done
                done
                (while :; do
                    ip route del 10.64.1.1/32
                    ip route add 10.64.1.1/32 proto bgp via 10.0.0.0
                    sleep 0.2
                done) &
                churn=$!
                await lit
                wait $script
                kill $churn
                echo lit while pods come and go
                """)).isEqualTo("dark without uplinks\nlit while pods come and go\n");
    }

    @Test
    void portsAreLitWhenTheScriptIsEnded() throws Exception {
        assertThat(run("""
                kill $script
                await lit
                echo lit
                """)).isEqualTo("lit\n");
    }

    private String run(String steps) throws Exception {
        assumeTrue(Tool.exists("/usr/bin/unshare") && Tool.exists("/sbin/ip"), "no unshare or ip");
        SortedMap<String, String> files = Rendered.files(Rendered.plan("routed.yaml"), Target.FRR);
        Path script = Files.writeString(
                folder.resolve("script"), Objects.requireNonNull(files.get("leaf-1-1/" + NodePorts.SCRIPT)));
        Path bed = Files.writeString(folder.resolve("bed"), BED + steps);
        Tool ran = Tool.run(folder, List.of("unshare", "-n", "bash", bed.toString(), script.toString()));
        assumeTrue(!ran.output().contains("Operation not permitted"), ran.output());
        return ran.output();
    }
}
