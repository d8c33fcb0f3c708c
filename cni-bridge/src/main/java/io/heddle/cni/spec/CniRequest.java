package io.heddle.cni.spec;

import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json;
import io.heddle.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a runtime asks.
 *
 * @param version the version the answer must have
 * @param network the name of the network; empty for VERSION
 * @param key absent for GC, STATUS and VERSION
 * @param netns path of the container's network namespace; may be absent for DEL
 * @param config the configuration on standard input
 */
public record CniRequest(
        CniCommand command,
        CniVersion version,
        String network,
        Optional<AttachmentKey> key,
        Optional<String> netns,
        CniArgs args,
        Fields config) {

    private static final Pattern NETWORK_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.\\-]*");

    /** A request that is refused, with the version that the refusal must have. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final transient CniException error;
        private final String version;

        Refused(CniException error, String version) {
            super(error);
            this.error = error;
            this.version = version;
        }

        public Json.Members json() {
            return error.json(version);
        }
    }

    /** Reads the variables and standard input of one run of the plugin. */
    public static CniRequest read(Map<String, String> environment, byte[] input) throws Refused {
        CniVersion version = CniVersion.V1_0_0;
        try {
            CniCommand command = command(environment);
            Fields config = config(command, input);
            Optional<String> asked = config.text("cniVersion");
            // Specification 0.3.1 and before: a missing version means the first one, 0.1.0, whose results are not
            // written here.
            Optional<CniVersion> known = CniVersion.of(asked.orElse("0.1.0"));
            if (known.isEmpty() && command != CniCommand.VERSION) {
                throw new CniException(
                        CniCode.INCOMPATIBLE_VERSION,
                        "incompatible CNI version: found "
                                + asked.map(each -> "\"" + each + "\"").orElse("none") + ", expected one of "
                                + List.of(CniVersion.values()),
                        "");
            }
            version = known.orElse(CniVersion.newest());
            if (!version.isAtLeast(command.since())) {
                throw new CniException(
                        CniCode.INCOMPATIBLE_VERSION,
                        command + " needs version " + command.since() + ", the configuration has " + version);
            }
            return read(command, version, environment, config);
        } catch (BadField e) {
            throw new Refused(
                    new CniException(CniCode.BAD_CONFIGURATION, "network configuration: " + e.getMessage()),
                    version.toString());
        } catch (CniException e) {
            throw new Refused(e, version.toString());
        }
    }

    private static CniRequest read(
            CniCommand command, CniVersion version, Map<String, String> environment, Fields config)
            throws CniException, BadField {
        List<String> missing = new ArrayList<>();
        for (String each : command.needs()) {
            if (environment.getOrDefault(each, "").isEmpty()) {
                missing.add(each);
            }
        }
        if (!missing.isEmpty()) {
            throw new CniException(
                    CniCode.BAD_ENVIRONMENT, command + " needs " + String.join(", ", missing) + " in the environment");
        }
        if (command == CniCommand.VERSION) {
            return new CniRequest(
                    command, version, "", Optional.empty(), Optional.empty(), new CniArgs(Map.of()), config);
        }
        String network = config.neededText("name");
        if (!NETWORK_NAME.matcher(network).matches()) {
            throw new BadField("name", "'" + network + "'", "a letter or digit, then letters, digits, '_', '.', '-'");
        }
        Optional<AttachmentKey> key = Optional.empty();
        if (!command.needs().isEmpty()) {
            try {
                key = Optional.of(new AttachmentKey(
                        environment.getOrDefault("CNI_CONTAINERID", ""), environment.getOrDefault("CNI_IFNAME", "")));
            } catch (IllegalArgumentException e) {
                throw new CniException(CniCode.BAD_ENVIRONMENT, String.valueOf(e.getMessage()));
            }
        }
        Optional<String> netns =
                Optional.ofNullable(environment.get("CNI_NETNS")).filter(each -> !each.isEmpty());
        if (netns.filter(each -> !each.startsWith("/")).isPresent()) {
            throw new CniException(
                    CniCode.BAD_ENVIRONMENT, "CNI_NETNS: found '" + netns.get() + "', expected an absolute path");
        }
        return new CniRequest(
                command, version, network, key, netns, CniArgs.parse(environment.getOrDefault("CNI_ARGS", "")), config);
    }

    private static CniCommand command(Map<String, String> environment) throws CniException {
        String name = environment.getOrDefault("CNI_COMMAND", "");
        return CniCommand.of(name)
                .orElseThrow(() -> new CniException(
                        CniCode.BAD_ENVIRONMENT,
                        "CNI_COMMAND: found '" + name + "', expected one of " + List.of(CniCommand.values())));
    }

    private static Fields config(CniCommand command, byte[] input) throws CniException, BadField {
        if (command == CniCommand.VERSION && input.length == 0) {
            return new Fields("", Json.Members.EMPTY);
        }
        try {
            return Fields.of("", JsonText.read(input));
        } catch (JsonText.NotJson e) {
            throw new CniException(CniCode.UNDECODABLE, "standard input is no JSON: " + e.getMessage());
        }
    }
}
