package io.heddle.lab.managed;

import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.Lab;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Does with {@code heddle-cni} what a container runtime does: a namespace, ADD; DEL, and the namespace is gone. */
final class PodRuntime {

    private static final String CONFIG = """
        {"cniVersion": "1.0.0", "name": "%s", "type": "heddle-cni"}\
        """.formatted(ConfigFiles.NETWORK);

    private static final Pattern ADDRESS = Pattern.compile("\"address\"\\s*:\\s*\"([0-9.]+)/32\"");

    private final Lab lab;
    private final Path binary;
    private final Path directory;

    PodRuntime(Lab lab, Path binary, Path directory) {
        this.lab = lab;
        this.binary = binary;
        this.directory = directory;
    }

    /** Makes the namespace of a pod. */
    void prepare(DeviceName node, String name) throws LabException {
        String space = space(node, name);
        lab.adopt(space);
        Batch.ip(List.of("netns add " + space));
        Batch.ip(space, List.of("link set dev lo up"));
    }

    private String space(DeviceName node, String name) {
        return lab.space(node + "+" + name);
    }

    /** ADD into its namespace. */
    Pod attach(DeviceName node, String name) throws LabException {
        String space = space(node, name);
        String answer = call("ADD", node, name, space);
        Matcher address = ADDRESS.matcher(answer);
        if (!address.find()) {
            throw new LabException("ADD of " + name + " at " + node + " answered no address: " + answer);
        }
        return new Pod(node, name, space, IpAddress.parse(address.group(1)));
    }

    void remove(Pod pod) throws LabException {
        call("DEL", pod.node(), pod.name(), pod.space());
        Batch.ip(List.of("netns del " + pod.space()));
    }

    private String call(String command, DeviceName node, String name, String space) throws LabException {
        ProcessBuilder builder = new ProcessBuilder(binary.toString()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "CNI_COMMAND",
                        command,
                        "CNI_CONTAINERID",
                        node + "." + name,
                        "CNI_NETNS",
                        "/run/netns/" + space,
                        "CNI_IFNAME",
                        "eth0",
                        "CNI_PATH",
                        "/usr/lib/cni",
                        "CNI_ARGS",
                        "IgnoreUnknown=1;K8S_POD_NAMESPACE=default;K8S_POD_NAME=" + node + "." + name,
                        "HEDDLE_CNI_SOCKET",
                        directory.resolve(node + ".sock").toString()));
        try {
            Process process = builder.start();
            try (var in = process.getOutputStream()) {
                in.write(CONFIG.getBytes(StandardCharsets.UTF_8));
            }
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw new LabException(command + " of " + name + " at " + node + " ended with " + code + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new LabException("cannot run " + binary + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted in " + command + " of " + name, e);
        }
    }
}
