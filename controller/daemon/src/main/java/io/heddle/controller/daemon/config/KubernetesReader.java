package io.heddle.controller.daemon.config;

import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@code kubernetes}: {@code {}} is a cluster that the controller itself runs in. */
final class KubernetesReader {

    static final Keys KUBERNETES = Keys.of("kubeconfig", "context");

    private KubernetesReader() {}

    static KubernetesConfig read(YamlNode node, Path directory) {
        YamlMapping given = node.mapping(KUBERNETES);
        Optional<Path> file = given.at("kubeconfig").text("a file").map(directory::resolve);
        if (given.has("context") && !given.has("kubeconfig")) {
            given.at("context").wrong("a context without a file", "'kubeconfig' beside it");
        }
        return new KubernetesConfig(file, given.at("context").text("the name of a context"));
    }
}
