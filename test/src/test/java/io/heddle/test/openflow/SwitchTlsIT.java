package io.heddle.test.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.lab.linux.Command;
import io.heddle.model.net.IpAddress;
import io.heddle.scenarios.certs.AlternativeName;
import io.heddle.scenarios.certs.CertificateFolder;
import io.heddle.test.fabrics.PlannedFile;
import io.heddle.test.northbound.HeddleProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mutual TLS with a real switch, for its rules and for its database: who is not that switch is refused, with the reason in the log. */
class SwitchTlsIT {

    private @Nullable OvsBed bed;

    @AfterEach
    void takeDown() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void onlyTheSwitchItselfIsTalkedToAndNotOnceItIsRevoked() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        OvsBed here = OvsBed.create();
        bed = here;
        Path ours = certificates(here, "ours");
        Path theirs = certificates(here, "theirs");
        revocations(ours);
        Ovs ovs = here.ovs(here.space("s"));
        identity(ovs, ours, TwoNodes.LEAF.value(), ours);
        ovs.database("ovsdb-server/add-remote", "pssl:6640:127.0.0.1");
        PlannedFile planned = PlannedFile.beside(SwitchTlsIT.class, "two-nodes.yaml");
        Path own = Files.createDirectory(here.directory().resolve("ctl"));
        Files.writeString(own.resolve("controller.yaml"), """
                heddle: controller/1
                name: ctl-1
                fabric: {scenario: %s}
                store: {directory: store}
                openflow:
                  listen: "127.0.0.1:6653"
                  every-seconds: 1
                  tls: {certificate: %2$s/ctl.pem, key: %2$s/ctl.key, authorities: %2$s/ca.pem, revoked: %2$s/revoked.pem}
                  switches:
                    - {switch: %3$s, datapath-id: "000000000000a001", ovsdb: "127.0.0.1:6640"}
                """.formatted(planned.scenario(), ours, TwoNodes.LEAF));
        HeddleProcess controller = HeddleProcess.controllerIn(ovs.space().name(), own, "controller.yaml");
        here.closing(controller::close);
        controller.until("its bridge is made and it connects", () -> count(controller, "switch-up") == 1);
        assertThat(ovs.vsctl("get-controller", "br0")).contains("ssl:127.0.0.1:6653");

        identity(ovs, theirs, TwoNodes.LEAF.value(), ours);
        revocations(ours);
        controller.until(
                "a certificate of another authority is refused",
                () -> refused(controller, "unable to find valid certification path"));
        controller.until("its database too", () -> controller.err().contains("its database: no TLS with it"));

        identity(ovs, ours, "leaf-9", ours);
        controller.until(
                "another switch's certificate is refused",
                () -> refused(controller, "its certificate is not that of leaf-1-1"));

        identity(ovs, ours, TwoNodes.LEAF.value(), ours);
        controller.until("it is believed again", () -> count(controller, "switch-up") == 2);

        openssl(ours, "ca", "-config", "ca.conf", "-revoke", TwoNodes.LEAF + ".pem");
        revocations(ours);
        controller.until("it is revoked", () -> refused(controller, "revoked"));
        assertThat(count(controller, "switch-up")).isEqualTo(2);
    }

    private static long count(HeddleProcess controller, String event) {
        return controller
                .err()
                .lines()
                .filter(each -> each.contains("\"event\":\"" + event + "\""))
                .count();
    }

    private static boolean refused(HeddleProcess controller, String reason) {
        return controller
                .err()
                .lines()
                .anyMatch(each -> each.contains("\"event\":\"connection-cut\"") && each.contains(reason));
    }

    /** What the switch shows, and whom it believes. */
    private static void identity(Ovs ovs, Path of, String name, Path believed) throws Exception {
        ovs.vsctl("--no-wait", "set-ssl", of + "/" + name + ".key", of + "/" + name + ".pem", believed + "/ca.pem");
    }

    private static Path certificates(OvsBed here, String name) throws Exception {
        Path directory = here.directory().resolve(name);
        CertificateFolder folder = new CertificateFolder(directory);
        Instant now = Instant.now();
        folder.createAuthority(now, 1);
        folder.issue("ctl", List.of(new AlternativeName.Address(IpAddress.parse("127.0.0.1"))), now, 1, false);
        for (String each : List.of(TwoNodes.LEAF.value(), "leaf-9")) {
            folder.issue(each, List.of(new AlternativeName.Uri("urn:heddle:switch:" + each)), now, 1, false);
        }
        return directory;
    }

    /** Writes the list anew: the controller reads its files again, and all switches come again. */
    private static void revocations(Path directory) throws Exception {
        if (!Files.exists(directory.resolve("ca.conf"))) {
            Files.writeString(directory.resolve("index.txt"), "");
            Files.writeString(directory.resolve("crlnumber"), "01\n");
            Files.writeString(directory.resolve("ca.conf"), """
                    [ca]
                    default_ca=own
                    [own]
                    database=%1$s/index.txt
                    crlnumber=%1$s/crlnumber
                    default_md=sha256
                    default_crl_days=30
                    certificate=%1$s/ca.pem
                    private_key=%1$s/ca.key
                    """.formatted(directory));
        }
        openssl(directory, "ca", "-config", "ca.conf", "-gencrl", "-out", "revoked.new");
        Files.move(
                directory.resolve("revoked.new"),
                directory.resolve("revoked.pem"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static void openssl(Path directory, String... words) throws Exception {
        Command.of("sh", "-c", "cd " + directory + " && exec openssl \"$@\"", "sh")
                .with(words)
                .output();
    }
}
