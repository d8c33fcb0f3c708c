package io.heddle.test.bench.bgp;

import io.heddle.model.config.AddressFamily;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Heddle: {@link SpeakerDaemon} in a JVM of its own.
 *
 * @param jvm options of the JVM besides its class path
 */
record HeddleSpeaker(List<String> jvm) implements Daemon {

    /** One thread works. The young generation takes what a table of a million routes makes and drops while it arrives. */
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "--enable-native-access=ALL-UNNAMED",
            "-Xms128m",
            "-Xmn64m",
            "-Xmx1g");

    /** More options, by the property {@code heddle.bench.jvm}. */
    static HeddleSpeaker plain() {
        List<String> options = new ArrayList<>(OPTIONS);
        String more = System.getProperty("heddle.bench.jvm", "");
        if (!more.isEmpty()) {
            options.addAll(List.of(more.split(" ", -1)));
        }
        return new HeddleSpeaker(options);
    }

    /** With an AOT cache of that name. */
    HeddleSpeaker with(String option, Path cache) {
        List<String> options = new ArrayList<>(jvm);
        options.add(option + cache);
        return new HeddleSpeaker(options);
    }

    @Override
    public String name() {
        return "heddle";
    }

    @Override
    public String version() {
        return "Heddle on Java " + Runtime.version() + ", " + String.join(" ", jvm);
    }

    @Override
    public boolean supports(Load load) {
        return true;
    }

    @Override
    public int rounds() {
        return 3;
    }

    @Override
    public List<String> prepare(Path directory, Load load) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(jvm);
        words.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                SpeakerDaemon.class.getName(),
                Peer.DAEMON_ADDRESS,
                "" + Peer.PORT,
                "" + Peer.DAEMON_AS,
                Peer.DAEMON_ROUTER_ID,
                (load.shape() == Shape.EVPN ? AddressFamily.L2VPN_EVPN : AddressFamily.IPV4_UNICAST).name()));
        Daemon.peers(load).forEach(peer -> words.add(peer.address() + "=" + peer.as()));
        return words;
    }
}
