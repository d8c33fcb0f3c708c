package io.heddle.controller.daemon.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.bfd.BfdTimers;
import io.heddle.controller.daemon.config.ControllerConfig.Audit;
import io.heddle.controller.southbound.use.TableSource;
import io.heddle.model.fabric.DeviceName;
import io.heddle.topology.yaml.Problems;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControllerFileTest {

    private static final String LEAST = """
            heddle: controller/1
            name: ctl-1
            fabric:
              scenario: ours.yaml
            store:
              directory: store
            """;

    @TempDir
    Path directory;

    private final Problems problems = new Problems();

    private Optional<ControllerConfig> read(String text) throws IOException {
        Path file = directory.resolve("controller.yaml");
        Files.writeString(file, text);
        return ControllerFile.read(file, List.of(), problems);
    }

    @Test
    void pathsAreTakenFromTheFilesDirectory() throws IOException {
        ControllerConfig config = read(LEAST).orElseThrow();
        assertThat(config.store()).isEqualTo(new StoreConfig.Embedded(directory.resolve("store")));
        assertThat(config.fabric().scenario())
                .isEqualTo(directory.resolve("ours.yaml").toString());
        assertThat(config.audit()).isEqualTo(Audit.SINGLE_FAILURES);
    }

    @Test
    void everythingCanBeSaid() throws IOException {
        ControllerConfig config = read(LEAST.replace(
                                "  directory: store", "  etcd: {endpoints: ['http://127.0.0.1:2379'], prefix: /x}")
                        + """
                pod-network: gpu
                limits: {blocks-per-node: 2, warn-percent: 60, aggregate: true}
                audit: at-rest
                backup: {directory: backups, keep: 3}
                http: {listen: '127.0.0.1:0', hosts: [ctl.local]}
                bgp:
                  asn: 64999
                  router-id: 10.9.9.9
                  switches: [{switch: leaf-1, address: 10.0.0.1, asn: 65001, hops: 4}]
                tables:
                  every-seconds: 5
                  mend: false
                  switches:
                    - {switch: leaf-1, kernel: [ssh, leaf-1]}
                    - {switch: leaf-2, crm-file: leaf-2.crm}
                silent-vteps: [{switch: leaf-2, router-mac: '02:00:00:00:50:04'}]
                kubernetes: {kubeconfig: admin.conf, context: gpu}
                log: text
                """)
                .orElseThrow(() -> new AssertionError(problems.toString()));
        assertThat(config.limits().warnShare()).isEqualTo(0.6);
        assertThat(config.limits().aggregate()).isTrue();
        assertThat(((StoreConfig.Etcd) config.store()).prefix()).isEqualTo("/x/");
        assertThat(config.tables().orElseThrow())
                .isEqualTo(new TablesConfig(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60),
                        false,
                        new TreeMap<>(Map.of(
                                DeviceName.of("leaf-1"),
                                new TableSource.Kernel(List.of("ssh", "leaf-1")),
                                DeviceName.of("leaf-2"),
                                new TableSource.CrmFile(directory.resolve("leaf-2.crm"))))));
        assertThat(config.bgp().orElseThrow().switches()).hasSize(1);
        assertThat(config.kubernetes().orElseThrow().kubeconfig()).contains(directory.resolve("admin.conf"));
    }

    @Test
    void aSessionMayBeSignedWatchedAndReflected() throws IOException {
        Files.writeString(directory.resolve("leaf-1.key"), "secret\n");

        BgpConfig.Peer peer = read(LEAST + """
                bgp:
                  asn: 64999
                  router-id: 10.9.9.9
                  switches:
                    - {switch: leaf-1, address: 10.0.0.1, asn: 64999, from: 10.9.9.9, md5-key-file: leaf-1.key, bfd-ms: 100, reflected: true}
                """)
                .orElseThrow(() -> new AssertionError(problems.toString()))
                .bgp()
                .orElseThrow()
                .switches()
                .getFirst();

        assertThat(peer.md5()).contains(new Md5Key("secret"));
        assertThat(peer.bfd()).contains(BfdTimers.of(100, 3));
        assertThat(peer.reflected()).isTrue();
        assertThat(peer.toString()).doesNotContain("secret");
    }

    @Test
    void aSubnetIsOnlyAnnouncedForAnotherWhereNoSecondControllerCanTakeItAway() throws IOException {
        String silent = """
                bgp: {asn: 64999, router-id: 10.9.9.9, switches: []}
                silent-vteps: [{switch: leaf-2, router-mac: '02:00:00:00:50:04'%s}]
                """;
        String several = LEAST.replace("  directory: store", "  etcd: {endpoints: ['http://127.0.0.1:2379']}");

        assertThat(read(LEAST + silent.formatted("")).orElseThrow().silent().unannounced())
                .isEmpty();
        assertThat(read(several + silent.formatted("")).orElseThrow().silent().unannounced())
                .containsExactly(DeviceName.of("leaf-2"));
        assertThat(read(several + silent.formatted(", own-type-5: true"))
                        .orElseThrow()
                        .silent()
                        .unannounced())
                .isEmpty();
    }

    @Test
    void everySwitchIsRememberedWithItsPlace() throws IOException {
        ControllerConfig config = read(LEAST + "tables:\n  switches:\n    - {switch: leaf-9, kernel: []}\n")
                .orElseThrow();

        assertThat(config.named()).singleElement().satisfies(each -> assertThat(
                        each.unknown().toString())
                .contains("controller.yaml:9")
                .contains("tables.switches[0].switch")
                .contains("leaf-9"));
    }

    @Test
    void switchesByOpenFlowHaveADatapathEachAndAreNamedWithTheirPlace() throws IOException {
        ControllerConfig config = read(LEAST + """
                openflow:
                  listen: unix:of.sock
                  plain: true
                  switches:
                    - {switch: leaf-1, datapath-id: 00000000000000a1}
                    - {switch: leaf-2, datapath-id: "ffffffffffffffff", ovsdb: "[2001:db8::1]:6640", bridge: br-fabric}
                """).orElseThrow(() -> new AssertionError(problems.toString()));
        assertThat(config.openflow())
                .contains(new OpenFlowConfig(
                        UnixDomainSocketAddress.of(directory.resolve("of.sock")),
                        new TreeMap<>(Map.of(0xA1L, DeviceName.of("leaf-1"), -1L, DeviceName.of("leaf-2"))),
                        new TreeMap<>(Map.of(
                                DeviceName.of("leaf-2"),
                                new SwitchDatabase(
                                        SocketText.parse("[2001:db8::1]:6640"),
                                        "br-fabric",
                                        List.of("unix:" + directory.resolve("of.sock"))))),
                        Optional.empty(),
                        Duration.ofSeconds(10)));
        assertThat(config.named().get(1).unknown().toString())
                .contains("controller.yaml:12")
                .contains("openflow.switches[1].switch")
                .contains("leaf-2");
    }

    @Test
    void aSwitchIsToldInOneWay() throws IOException {
        String openflow = """
                openflow: {listen: '127.0.0.1:0', switches: [{switch: leaf-1, datapath-id: '0000000000000001'}]}
                """;
        assertThat(read(LEAST + openflow)).isPresent();
        assertThat(read(LEAST + openflow + """
                bgp: {asn: 1, router-id: 10.0.0.1, switches: [{switch: leaf-1, address: 10.0.0.2, asn: 2}]}
                """)).isEmpty();
        assertThat(problems.toString()).contains("leaf-1, which 'bgp' has too");
    }

    @Test
    void aBridgeKnowsEveryOneOfSeveralControllers() throws IOException {
        String openflow = """
                openflow: {listen: '127.0.0.1:0', plain: true, switches: [{switch: leaf-1, datapath-id: '0000000000000001'}]}
                """;
        String several = LEAST.replace("  directory: store", "  etcd: {endpoints: ['http://127.0.0.1:2379']}");
        assertThat(read(several + openflow)).isPresent();
        String database = "'0000000000000001', ovsdb: '10.0.0.2:6640', ";
        assertThat(read(several
                        + openflow.replace(
                                "'0000000000000001'",
                                database + "controllers: ['tcp:10.0.0.1:6653', 'tcp:10.0.0.3:6653']")))
                .isPresent();
        assertThat(read(several + openflow.replace("'0000000000000001'", database + "controller: 'tcp:10.0.0.1:6653'")))
                .isEmpty();
        assertThat(problems.toString())
                .contains("one controller for the bridge of leaf-1")
                .contains("'controllers'");
    }

    @Test
    void offLoopbackThereAreCertificatesAndMayBeAListOfRevokedOnes() throws IOException {
        ControllerConfig config = read(LEAST + """
                http:
                  listen: 10.0.0.1:9330
                  tls: {certificate: c.pem, key: c.key, authorities: ca.pem, revoked: crl.pem}
                """).orElseThrow(() -> new AssertionError(problems.toString()));
        assertThat(config.http().orElseThrow().tls().orElseThrow().revoked()).contains(directory.resolve("crl.pem"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "controller/1 | controller/2 | newer Heddle",
                "directory: store | 'directory: store\n  etcd: {endpoints: []}' | either 'directory' or 'etcd'",
                "name: ctl-1 | 'name: ctl-1\nhttp: {listen: 0.0.0.0:80}' | without tls",
                "name: ctl-1 | 'name: ctl-1\nhttpd: {}' | httpd",
                "name: ctl-1 | 'name: ctl-1\nkubernetes: {context: gpu}' | 'kubeconfig' beside it",
                "name: ctl-1 | 'name: ctl-1\ntables: {switches: [{switch: a}]}' | one of kernel, frr, crm",
                "name: ctl-1 | 'name: ctl-1\ntables: {switches: [{switch: a, frr: []}]}' | words such as [vtysh]",
                "name: ctl-1 | 'name: ctl-1\n"
                        + "tables: {every-seconds: 9, stale-seconds: 8, switches: []}' | at least the 9",
                "name: ctl-1 | 'name: ctl-1\nbgp: {asn: 1, router-id: 10.0.0.1, switches: [{switch: a, address: 10.0.0.2, asn: 2, bfd-ms: 300}]}' | BFD without 'from'",
                "name: ctl-1 | 'name: ctl-1\nbgp: {asn: 1, router-id: 10.0.0.1, switches: [{switch: a, address: 10.0.0.2, asn: 2, passive: true}]}' | 'listen'",
                "name: ctl-1 | 'name: ctl-1\nbgp: {asn: 1, router-id: 10.0.0.1, switches: [{switch: a, address: 10.0.0.2, asn: 2, reflected: true, evpn: false}]}' | only EVPN is reflected",
                "name: ctl-1 | 'name: ctl-1\nbgp: {asn: 1, router-id: 10.0.0.1, switches: [{switch: a, address: 10.0.0.2, asn: 2, md5-key-file: no}]}' | a file with the key",
                "name: ctl-1 | 'name: ctl-1\nbgp: {asn: 1, router-id: 10.0.0.1, switches: [{switch: a, address: 10.0.0.2, asn: 2}, {switch: b, address: 10.0.0.2, asn: 3}]}' | once",
                "name: ctl-1 | 'name: ctl-1\nopenflow: {listen: \"127.0.0.1:0\", switches: [{switch: a, datapath-id: 1}]}' | 16 hexadecimal digits",
                "name: ctl-1 | 'name: ctl-1\nopenflow: {listen: \"127.0.0.1:0\", switches: [{switch: a, datapath-id: 00000000000000a1}, {switch: b, datapath-id: 00000000000000a1}]}' | one of its own for b",
                "name: ctl-1 | 'name: ctl-1\nopenflow: {listen: \"127.0.0.1:0\", switches: [{switch: a, datapath-id: 00000000000000a1}, {switch: a, datapath-id: 00000000000000a2}]}' | one a switch",
                "name: ctl-1 | 'name: ctl-1\nopenflow: {listen: \"10.0.0.1:6653\", switches: [{switch: a, datapath-id: 00000000000000a1}]}' | or 'plain: true'",
                "name: ctl-1 | 'name: ctl-1\nopenflow: {listen: \"127.0.0.1:6653\", switches: [{switch: a, datapath-id: 00000000000000a1, ovsdb: \"10.0.0.2:6640\"}]}' | or 'plain: true'",
                "name: ctl-1 | 'name: ctl-1\nopenflow: {listen: \"0.0.0.0:6653\", switches: [{switch: a, datapath-id: 00000000000000a1, ovsdb: \"10.0.0.2:6640\"}]}' | 'controller' beside it",
                "name: ctl-1 | 'name: ctl-1\nopenflow: {listen: \"10.0.0.1:6653\", switches: [{switch: a, datapath-id: 00000000000000a1, ovsdb: 10.0.0.2}]}' | 10.0.0.11:6640",
                "name: ctl-1 | 'name: ctl-1\nopenflow: {listen: \"10.0.0.1:6653\", switches: [{switch: a, datapath-id: 00000000000000a1, bridge: br1}]}' | 'ovsdb' beside it",
                "name: ctl-1 | 'name: ctl-1\nopenflow: {listen: \"10.0.0.1:6653\", switches: [{switch: a, datapath-id: 00000000000000a1, ovsdb: \"10.0.0.2:6640\", bridge: a/b}]}' | at most 15 characters",
                "name: ctl-1 | 'name: ctl-1\nlimits: {warn-percent: 101}' | 101"
            })
    void mistakesAreNamed(String old, String wrong, String said) throws IOException {
        assertThat(read(LEAST.replace(old, wrong))).isEmpty();
        assertThat(problems.toString()).contains("controller.yaml").contains(said);
    }
}
