package io.heddle.lab.managed;

import io.heddle.lab.linux.LabException;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The configuration of controllers and agents, as docs/controller.md and docs/cni.md have it. */
final class ConfigFiles {

    static final int API_PORT = 9330;
    static final String NETWORK = "pods";

    private ConfigFiles() {}

    static Path controller(
            Path directory, int index, Path scenario, List<String> etcd, Management management, ManagedLab.Size size)
            throws LabException {
        String name = "controller-" + (index + 1);
        String own = Management.controller(index);
        StringBuilder text = new StringBuilder(
                """
                heddle: controller/1
                name: %2$s
                fabric: {scenario: %3$s}
                pod-network: %4$s
                store:
                  etcd: {endpoints: [%5$s], lease-seconds: 2}
                http:
                  listen: %6$s:%7$d
                  tls: {certificate: %1$s/%2$s.pem, key: %1$s/%2$s.key, authorities: %1$s/ca.pem}
                """.formatted(directory, name, scenario, NETWORK, String.join(", ", etcd), own, API_PORT));
        size.settings().forEach(line -> text.append(line).append('\n'));
        text.append("bgp:\n  asn: ")
                .append(Management.AS)
                .append("\n  router-id: ")
                .append(own)
                .append("\n  restart-seconds: ")
                .append(size.restartSeconds())
                .append("\n  switches:\n");
        for (SwitchConfig each : management.switches()) {
            text.append("    - {switch: ")
                    .append(each.name())
                    .append(", address: ")
                    .append(management.address(each))
                    .append(", from: ")
                    .append(own)
                    .append(", asn: ")
                    .append(each.bgp().orElseThrow().asn())
                    .append(", evpn: false}\n");
        }
        return write(directory.resolve(name + ".yaml"), text.toString());
    }

    static Path agent(Path directory, NodeProgram node, int controllers) throws LabException {
        DeviceName name = node.name();
        StringBuilder urls = new StringBuilder();
        for (int i = 0; i < controllers; i++) {
            urls.append(i == 0 ? "" : ", ")
                    .append("\"https://")
                    .append(Management.controller(i))
                    .append(':')
                    .append(API_PORT)
                    .append('"');
        }
        String blocks = String.join(
                ", ", node.blocks().stream().map(each -> "\"" + each + "\"").toList());
        return write(
                directory.resolve("agent-" + name + ".json"), """
                    {"format": 1, "socket": "%1$s/%2$s.sock", "state-directory": "%1$s/state-%2$s", "cool-down-seconds": 0,
                     "networks": [{"name": "%3$s", "blocks": [%4$s]}],
                     "controller": {"urls": [%5$s], "node": "%2$s",
                      "tls": {"certificate": "%1$s/%2$s.pem", "key": "%1$s/%2$s.key", "authorities": "%1$s/ca.pem"}}}
                    """.formatted(directory, name, NETWORK, blocks, urls));
    }

    private static Path write(Path file, String text) throws LabException {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new LabException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
