package io.heddle.test.openflow;

import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An Open vSwitch of a bed, asked with its own tools. */
record Ovs(Space space, Path directory) {

    String vsctl(String... words) throws LabException {
        return Command.of(Stream.concat(
                                Stream.of("ovs-vsctl", "--timeout=60", "--db=unix:" + directory + "/db.sock"),
                                Stream.of(words))
                        .toArray(String[]::new))
                .output();
    }

    /** {@code ovs-ofctl} on a bridge. */
    String ofctl(String command, String bridge, String... more) throws LabException {
        List<String> words =
                new ArrayList<>(List.of("ovs-ofctl", "-O", "OpenFlow13", command, directory + "/" + bridge + ".mgmt"));
        words.addAll(Arrays.asList(more));
        return Command.of(words.toArray(String[]::new)).output();
    }

    /** {@code ovs-appctl} to the switch. */
    String appctl(String... words) throws LabException {
        return Command.of(
                        Stream.concat(Stream.of("ovs-appctl", "-t", directory + "/ovs-vswitchd.ctl"), Stream.of(words))
                                .toArray(String[]::new))
                .output();
    }

    /** {@code ovs-appctl} to the database's server. */
    void database(String... words) throws LabException {
        Command.of("ovs-appctl", "-t", directory + "/ovsdb-server.ctl")
                .with(words)
                .output();
    }

    /** A userspace bridge that forwards nothing until it is told to, with these ports numbered from 1. */
    void bridge(String bridge, long datapath, String mac, String... ports) throws LabException {
        vsctl(
                "add-br",
                bridge,
                "--",
                "set",
                "bridge",
                bridge,
                "datapath_type=netdev",
                "protocols=OpenFlow13",
                "fail-mode=secure",
                "other-config:datapath-id=" + "%016x".formatted(datapath),
                "other-config:hwaddr=" + mac);
        for (int i = 0; i < ports.length; i++) {
            vsctl("add-port", bridge, ports[i], "--", "set", "interface", ports[i], "ofport_request=" + (i + 1));
        }
    }

    /** Points a bridge at a controller that listens on a socket file; Open vSwitch takes no other name for it than this. */
    void controller(String bridge, Path socket) throws LabException, IOException {
        Path link = directory.resolve(bridge + ".controller");
        if (!Files.isSymbolicLink(link)) {
            Files.createSymbolicLink(link, socket);
        }
        target(bridge, link);
    }

    /** Points a bridge at nobody. Without any controller set, Open vSwitch would throw its flows away. */
    void strand(String bridge) throws LabException {
        target(bridge, directory.resolve("nobody"));
    }

    private void target(String bridge, Path socket) throws LabException {
        vsctl(
                "set-controller",
                bridge,
                "unix:" + socket,
                "--",
                "set",
                "controller",
                bridge,
                "connection-mode=out-of-band",
                "max_backoff=1000");
    }
}
