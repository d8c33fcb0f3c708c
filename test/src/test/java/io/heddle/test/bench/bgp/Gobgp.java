package io.heddle.test.bench.bgp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** GoBGP. */
record Gobgp() implements Daemon {

    @Override
    public String name() {
        return "gobgp";
    }

    @Override
    public String version() throws IOException, InterruptedException {
        return Daemon.firstLine("gobgpd", "--version");
    }

    @Override
    public boolean supports(Load load) {
        return !load.isInjected();
    }

    @Override
    public int rounds() {
        return 1;
    }

    @Override
    public List<String> prepare(Path directory, Load load) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "[global.config]",
                " as = " + Peer.DAEMON_AS,
                " router-id = \"" + Peer.DAEMON_ROUTER_ID + "\"",
                " port = " + Peer.PORT,
                " local-address-list = [\"" + Peer.DAEMON_ADDRESS + "\"]"));
        for (Peer peer : Daemon.peers(load)) {
            lines.addAll(List.of(
                    "[[neighbors]]",
                    " [neighbors.config]",
                    "  neighbor-address = \"" + peer.address() + "\"",
                    "  peer-as = " + peer.as(),
                    " [neighbors.transport.config]",
                    "  passive-mode = true",
                    "  local-address = \"" + Peer.DAEMON_ADDRESS + "\"",
                    " [neighbors.timers.config]",
                    "  hold-time = " + Peer.HOLD_SECONDS));
            if (load.external()) {
                lines.addAll(List.of(" [neighbors.route-server.config]", "  route-server-client = true"));
            } else {
                lines.addAll(List.of(
                        " [neighbors.route-reflector.config]",
                        "  route-reflector-client = true",
                        "  route-reflector-cluster-id = \"" + Peer.DAEMON_ROUTER_ID + "\""));
            }
            lines.addAll(List.of(
                    " [[neighbors.afi-safis]]",
                    "  [neighbors.afi-safis.config]",
                    "   afi-safi-name = \"" + (load.shape() == Shape.EVPN ? "l2vpn-evpn" : "ipv4-unicast") + "\""));
        }
        Daemon.write(directory.resolve("gobgp.toml"), lines);
        return List.of(
                "gobgpd",
                "-f",
                "gobgp.toml",
                "-t",
                "toml",
                "--log-level=error",
                "--api-hosts=127.0.0.1:50051",
                "--pprof-disable");
    }
}
