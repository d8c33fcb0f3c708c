package io.heddle.test.bench.bgp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * FRR's bgpd alone, without a kernel to fill.
 *
 * @param eager with {@code coalesce-time 0}: by default FRR waits the longer for more changes the more peers there are
 */
record Frr(boolean eager) implements Daemon {

    private static final String BGPD = "/usr/lib/frr/bgpd";

    @Override
    public String name() {
        return eager ? "frrc0" : "frr";
    }

    @Override
    public String version() throws IOException, InterruptedException {
        return "FRR " + Daemon.firstLine(BGPD, "--version") + (eager ? ", coalesce-time 0" : "");
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
                "frr defaults datacenter",
                "hostname b",
                "router bgp " + Peer.DAEMON_AS,
                " bgp router-id " + Peer.DAEMON_ROUTER_ID,
                " no bgp ebgp-requires-policy",
                " no bgp default ipv4-unicast",
                " no bgp network import-check",
                " neighbor snd peer-group",
                " neighbor rcv peer-group"));
        if (eager) {
            lines.add(" coalesce-time 0");
        }
        List<Peer> peers = Daemon.peers(load);
        for (int number = 0; number < peers.size(); number++) {
            Peer peer = peers.get(number);
            String neighbor = " neighbor " + peer.address() + " ";
            lines.add(neighbor + "remote-as " + peer.as());
            lines.add(neighbor + "peer-group " + (number < load.senders() ? "snd" : "rcv"));
            lines.add(neighbor + "passive");
            lines.add(neighbor + "timers 60 " + Peer.HOLD_SECONDS);
            lines.add(neighbor + "advertisement-interval 0");
            if (load.external()) {
                lines.add(neighbor + "ebgp-multihop 255");
                lines.add(neighbor + "disable-connected-check");
            }
        }
        lines.add(" address-family " + (load.shape() == Shape.EVPN ? "l2vpn evpn" : "ipv4 unicast"));
        for (Peer peer : peers) {
            String neighbor = "  neighbor " + peer.address() + " ";
            lines.add(neighbor + "activate");
            lines.add(neighbor + (load.external() ? "route-server-client" : "route-reflector-client"));
        }
        lines.add(" exit-address-family");
        Daemon.write(directory.resolve("bgpd.conf"), lines);
        String here = directory.toString();
        return List.of(
                BGPD,
                "-Z",
                "-S",
                "-p",
                "" + Peer.PORT,
                "-l",
                Peer.DAEMON_ADDRESS,
                "-f",
                here + "/bgpd.conf",
                "-i",
                here + "/bgpd.pid",
                "--vty_socket",
                here,
                "-P",
                "0",
                "--log",
                "file:" + here + "/bgpd.log",
                "--log-level",
                "errors");
    }
}
