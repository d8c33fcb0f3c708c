package io.heddle.cni.agent;

import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The agent's configuration, read from JSON with kebab-case names.
 *
 * @param socket where runtimes reach it
 * @param state directory of the journal
 * @param coolDown how long a freed address rests
 * @param controller who is told what is attached, and grants blocks
 * @param acceptForward whether pods' packets are accepted in chain FORWARD explicitly
 */
public record AgentConfig(
        Path socket,
        Path state,
        Duration coolDown,
        boolean acceptForward,
        List<NetworkConfig> networks,
        Optional<ControllerConfig> controller) {

    static final int FORMAT = 1;

    public AgentConfig {
        networks = List.copyOf(networks);
    }

    /** The file cannot be used; the message names file and place. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    public static AgentConfig read(Path file) throws Unusable {
        try {
            return read(Fields.of("", JsonText.read(Files.readAllBytes(file))));
        } catch (IOException e) {
            throw new Unusable(file + ": cannot be read: " + e);
        } catch (JsonText.NotJson | BadField e) {
            throw new Unusable(file + ": " + e.getMessage());
        }
    }

    private static AgentConfig read(Fields fields) throws BadField {
        fields.only(
                "format", "socket", "state-directory", "cool-down-seconds", "accept-forward", "networks", "controller");
        long format = fields.number("format", 1, Integer.MAX_VALUE)
                .orElseThrow(() -> new BadField("format", "nothing", String.valueOf(FORMAT)));
        if (format != FORMAT) {
            throw new BadField("format", String.valueOf(format), "the format this agent reads, " + FORMAT);
        }
        List<NetworkConfig> networks = new ArrayList<>();
        for (Fields each : fields.objects("networks")) {
            NetworkConfig network = NetworkConfig.read(each);
            if (networks.stream().anyMatch(other -> other.name().equals(network.name()))) {
                throw new BadField(each.at("name"), "'" + network.name() + "' a second time", "a name of its own");
            }
            networks.add(network);
        }
        Optional<Fields> controller = fields.object("controller");
        return new AgentConfig(
                Path.of(fields.text("socket").orElse("/run/heddle/cni.sock")),
                Path.of(fields.text("state-directory").orElse("/var/lib/heddle/cni")),
                Duration.ofSeconds(fields.number("cool-down-seconds", 0, 86_400).orElse(60L)),
                fields.flag("accept-forward").orElse(false),
                networks,
                controller.isEmpty() ? Optional.empty() : Optional.of(ControllerConfig.read(controller.get())));
    }

    Optional<NetworkConfig> network(String name) {
        return networks.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    List<String> networkNames() {
        return networks.stream().map(NetworkConfig::name).toList();
    }
}
