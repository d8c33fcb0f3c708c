package io.heddle.lab.frr;

import io.heddle.lab.layout.RouterSpace;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.ProcessRef;
import io.heddle.model.fabric.VrfName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The FRR daemons of one router, each with its own run directory and no port to the outside. */
public final class Daemons {

    /** Where Debian keeps them. */
    public static final Path HOME = Path.of("/usr/lib/frr");

    private final RouterSpace router;
    private final Path directory;

    /** Of a router; {@code directory} is its own, for sockets, logs and the start file. */
    public Daemons(RouterSpace router, Path directory) {
        this.router = router;
        this.directory = directory;
    }

    /** Why FRR cannot be started here. */
    public static Optional<String> missing() {
        return Files.isExecutable(HOME.resolve("bgpd"))
                ? Optional.empty()
                : Optional.of("needs FRR (" + HOME + "/bgpd), Debian package frr");
    }

    /** Writes the start file: the rendered text as it is, then the overlay. */
    public void configure(String rendered) throws LabException {
        List<String> overlay = Overlay.of(rendered);
        String text = rendered + (overlay.isEmpty() ? "" : "! lab overlay\n" + String.join("\n", overlay) + "\n");
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("frr.conf"), text);
        } catch (IOException e) {
            throw new LabException("cannot write below " + directory + ": " + e.getMessage(), e);
        }
        Command.of("chown", "-R", "frr:frr", directory.toString()).output();
    }

    /** Starts those that the configuration needs and says what runs. */
    public List<ProcessRef> start(String rendered) throws LabException {
        List<String> names = names(rendered);
        Command.of("sh", "-e").reading(script(names)).output();
        List<ProcessRef> started = new ArrayList<>();
        for (String each : names) {
            started.add(process(each));
        }
        return started;
    }

    private static List<String> names(String rendered) {
        List<String> names = new ArrayList<>(List.of("zebra"));
        if (rendered.lines().anyMatch(each -> each.startsWith("ip route ") || each.startsWith("ipv6 route "))) {
            names.add("staticd");
        }
        names.add("bgpd");
        return names;
    }

    private String script(List<String> names) {
        StringBuilder script = new StringBuilder();
        if (router.hasTenants()) {
            // zebra -n takes every name in /run/netns for a VRF, so it is shown the tenants alone.
            script.append("exec unshare -m --propagation private sh -e <<'END'\n");
            script.append("mkdir -p '").append(directory).append("/ns'\n");
            script.append("touch '").append(directory).append("/self'\n");
            script.append("mount --bind /run/netns/'")
                    .append(router.space())
                    .append("' '")
                    .append(directory)
                    .append("/self'\n");
            for (Map.Entry<VrfName, String> each : router.spaces().entrySet()) {
                if (!each.getKey().equals(VrfName.DEFAULT)) {
                    String place = directory + "/ns/" + each.getKey();
                    script.append("touch '").append(place).append("'\n");
                    script.append("mount --bind /run/netns/'")
                            .append(each.getValue())
                            .append("' '")
                            .append(place)
                            .append("'\n");
                }
            }
            script.append("mount --rbind '").append(directory).append("/ns' /run/netns\n");
        }
        for (String each : names) {
            script.append(
                    router.hasTenants()
                            ? "nsenter --net='" + directory + "/self' "
                            : "ip netns exec '" + router.space() + "' ");
            script.append(HOME).append('/').append(each).append(" -d -P 0");
            script.append(" -f '").append(directory).append("/frr.conf'");
            script.append(" -i '").append(directory).append('/').append(each).append(".pid'");
            script.append(" -z '")
                    .append(directory)
                    .append("/zserv.api' --vty_socket '")
                    .append(directory)
                    .append('\'');
            script.append(" --log 'file:")
                    .append(directory)
                    .append('/')
                    .append(each)
                    .append(".log'");
            if (each.equals("zebra")) {
                // A netlink buffer large enough for everything a big fabric says at once.
                script.append(" -s 90000000");
                if (router.hasTenants()) {
                    script.append(" -n");
                }
            }
            script.append('\n');
        }
        if (router.hasTenants()) {
            script.append("END\n");
        }
        return script.toString();
    }

    private ProcessRef process(String daemon) throws LabException {
        Path file = directory.resolve(daemon + ".pid");
        try {
            long pid = Long.parseLong(Files.readString(file).strip());
            return ProcessRef.running(pid)
                    .orElseThrow(() -> new LabException(daemon + " of " + router.device() + " ended at once; see "
                            + directory.resolve(daemon + ".log")));
        } catch (IOException e) {
            throw new LabException(daemon + " of " + router.device() + " wrote no " + file, e);
        }
    }

    /** Asks one daemon something, and something more. */
    public List<String> ask(String daemon, List<String> questions) throws LabException {
        return VtySocket.ask(directory.resolve(daemon + ".vty"), questions);
    }
}
