package io.heddle.test.southbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.controller.southbound.lldp.LldpNeighbors;
import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Bandwidth;
import io.heddle.topology.cabling.CablingCheck;
import io.heddle.topology.cabling.CablingReport;
import io.heddle.topology.cabling.Sighting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real lldpd in namespaces: two leafs and two spines whose cables are veth pairs, two of them swapped, one missing, one too many. */
class CablingIT {

    private static final List<String> DEVICES = List.of("leaf-1", "leaf-2", "spine-1", "spine-2");

    private final String prefix = "hd-" + Long.toString(ProcessHandle.current().pid(), 36) + "-c";
    private final List<Process> processes = new ArrayList<>();
    private final List<String> spaces = new ArrayList<>();
    private Path directory;

    @BeforeEach
    void build() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "network namespaces need root");
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/lldpd")), "lldpd is not installed");
        directory = Files.createTempDirectory("hd-lldp-");
        Command.of("chmod", "755", directory.toString()).output();
        for (String each : DEVICES) {
            Batch.ip(List.of("netns add " + prefix + each));
            spaces.add(prefix + each);
        }
    }

    @AfterEach
    void remove() throws Exception {
        for (Process each : processes) {
            each.destroy();
            assertThat(each.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        for (String each : spaces) {
            Batch.ip(List.of("netns del " + each));
        }
        if (directory != null) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private void plug(String device, String port, String other, String otherPort) throws LabException {
        Batch.ip(List.of("link add " + port + " netns " + prefix + device + " type veth peer name " + otherPort
                + " netns " + prefix + other));
        Batch.ip(prefix + device, List.of("link set dev " + port + " up"));
        Batch.ip(prefix + other, List.of("link set dev " + otherPort + " up"));
    }

    /**
     * lldpd in the foreground, with a host name of its own. It takes its settings from a file before it first speaks: a
     * port that spoke under its MAC address and then under its name is two neighbours until the first has timed out.
     */
    private void speak(String device) throws Exception {
        String socket = directory.resolve(device).toString();
        Path settings = Files.writeString(directory.resolve(device + ".conf"), """
                configure lldp portidsubtype ifname
                configure lldp tx-interval 1
                """);
        processes.add(new ProcessBuilder(
                        "ip",
                        "netns",
                        "exec",
                        prefix + device,
                        "unshare",
                        "-u",
                        "sh",
                        "-c",
                        "hostname " + device + "; exec lldpd -d -O " + settings + " -u " + socket
                                + " -I 'Ethernet*' -S sim -L /usr/sbin/lldpcli")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(device + ".log").toFile())
                .start());
        FrrFabric.until("lldpd of " + device + " answers", () -> Command.of("lldpcli", "-u", socket, "show", "chassis")
                .run()
                .succeeded());
    }

    private List<Sighting> heard() throws Exception {
        List<Sighting> all = new ArrayList<>();
        for (String each : DEVICES) {
            String text = Command.of(
                            "lldpcli", "-u", directory.resolve(each).toString(), "-f", "json0", "show", "neighbors")
                    .output();
            all.addAll(LldpNeighbors.read(DeviceName.of(each), text.getBytes(StandardCharsets.UTF_8)));
        }
        return all;
    }

    private static boolean allByName(List<Sighting> heard) {
        return heard.size() == 10
                && heard.stream()
                        .allMatch(each -> DEVICES.contains(each.device())
                                && each.ports().getFirst().startsWith("Ethernet"));
    }

    private static Fabric file() {
        Fabric.Builder builder = Fabric.builder("small");
        for (String each : DEVICES) {
            builder.add(new Switch(
                    DeviceName.of(each),
                    each.startsWith("leaf") ? SwitchRole.LEAF : SwitchRole.SPINE,
                    new ProfileRef("some", "os", "default"),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    IntStream.rangeClosed(1, 4)
                            .mapToObj(port -> new Port(PortName.of("Ethernet" + port), port, Bandwidth.parse("100G")))
                            .toList()));
        }
        return builder.add(link("leaf-1:Ethernet1", "spine-1:Ethernet1"))
                .add(link("leaf-1:Ethernet2", "spine-2:Ethernet1"))
                .add(link("leaf-2:Ethernet1", "spine-1:Ethernet2"))
                .add(link("leaf-2:Ethernet2", "spine-2:Ethernet2"))
                .add(link("leaf-1:Ethernet3", "leaf-2:Ethernet3"))
                .build();
    }

    private static Link link(String one, String other) {
        return new Link(PortRef.parse(one), PortRef.parse(other));
    }

    @Test
    void wrongMissingAndUnexpectedCablesAreNamedEndToEnd() throws Exception {
        plug("leaf-1", "Ethernet1", "spine-2", "Ethernet1");
        plug("leaf-1", "Ethernet2", "spine-1", "Ethernet1");
        plug("leaf-2", "Ethernet1", "spine-1", "Ethernet2");
        plug("leaf-2", "Ethernet2", "spine-2", "Ethernet2");
        plug("spine-1", "Ethernet4", "spine-2", "Ethernet4");
        for (String each : DEVICES) {
            speak(each);
        }
        try {
            FrrFabric.until("every port hears its neighbour by name", () -> allByName(heard()));
        } catch (AssertionError late) {
            throw new AssertionError(late.getMessage() + "; heard: " + heard(), late);
        }

        Set<DeviceName> asked = new TreeSet<>();
        DEVICES.forEach(each -> asked.add(DeviceName.of(each)));
        CablingReport report = CablingCheck.of(file(), asked, heard());

        assertThat(report.right()).isEqualTo(2);
        assertThat(report.findings())
                .extracting(Object::toString)
                .containsExactly(
                        "leaf-1 Ethernet1 is plugged into spine-2 Ethernet1; the file says spine-1 Ethernet1, and leaf-1 Ethernet2 for the other end",
                        "leaf-1 Ethernet2 is plugged into spine-1 Ethernet1; the file says spine-2 Ethernet1, and leaf-1 Ethernet1 for the other end",
                        "spine-1 Ethernet4 is plugged into spine-2 Ethernet4; the file says no cable there",
                        "leaf-1 Ethernet3 hears nothing; the file says leaf-2 Ethernet3");
    }
}
