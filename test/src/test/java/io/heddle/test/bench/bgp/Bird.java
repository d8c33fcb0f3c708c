package io.heddle.test.bench.bgp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** BIRD 2. Next hops resolve through one static route; without a retry policy its peers come up late when there are many. */
record Bird() implements Daemon {

    @Override
    public String name() {
        return "bird";
    }

    @Override
    public String version() throws IOException, InterruptedException {
        return Daemon.firstLine("bird", "--version");
    }

    @Override
    public boolean supports(Load load) {
        return load.shape() != Shape.EVPN && !load.isInjected();
    }

    @Override
    public int rounds() {
        return 1;
    }

    @Override
    public List<String> prepare(Path directory, Load load) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("router id " + Peer.DAEMON_ROUTER_ID + ";");
        lines.add("log \"" + directory.resolve("bird.log") + "\" all;");
        lines.add("protocol device {}");
        lines.add("protocol static nh { ipv4; route 192.0.0.0/8 blackhole; }");
        int number = 0;
        for (Peer peer : Daemon.peers(load)) {
            lines.add("protocol bgp p" + number++ + " { local " + Peer.DAEMON_ADDRESS + " port " + Peer.PORT + " as "
                    + Peer.DAEMON_AS
                    + "; neighbor " + peer.address() + " as " + peer.as() + "; passive on; multihop; hold time "
                    + Peer.HOLD_SECONDS
                    + "; error wait time 1, 2; error forget time 1; connect delay time 1; "
                    + (load.external() ? "rs client" : "rr client")
                    + "; ipv4 { import all; export where source=RTS_BGP; gateway recursive; next hop keep; }; }");
        }
        Daemon.write(directory.resolve("bird.conf"), lines);
        return List.of("bird", "-f", "-c", "bird.conf", "-s", "bird.ctl");
    }
}
