package io.heddle.cni.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code CNI_ARGS}: {@code KEY=VALUE} pairs with semicolons between them; keys by convention. */
public record CniArgs(Map<String, String> values) {

    private static final Set<String> KNOWN = Set.of(
            "IgnoreUnknown",
            "IP",
            "MAC",
            "K8S_POD_NAMESPACE",
            "K8S_POD_NAME",
            "K8S_POD_UID",
            "K8S_POD_INFRA_CONTAINER_ID");

    public CniArgs {
        values = Map.copyOf(values);
    }

    static CniArgs parse(String text) throws CniException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String each : text.split(";", -1)) {
            int equals = each.indexOf('=');
            if (each.isEmpty()) {
                continue;
            }
            if (equals <= 0) {
                throw new CniException(
                        CniCode.BAD_ENVIRONMENT,
                        "CNI_ARGS: found '" + each + "', expected KEY=VALUE pairs with ';' between them");
            }
            values.put(each.substring(0, equals), each.substring(equals + 1));
        }
        if (!Set.of("1", "true", "TRUE", "True").contains(values.getOrDefault("IgnoreUnknown", "0"))) {
            for (String each : values.keySet()) {
                if (!KNOWN.contains(each)) {
                    throw new CniException(
                            CniCode.BAD_ENVIRONMENT, "CNI_ARGS: unknown key " + each + " and no IgnoreUnknown=1");
                }
            }
        }
        return new CniArgs(values);
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key)).filter(each -> !each.isEmpty());
    }

    /** {@code namespace/name} of the pod, where the runtime says it. */
    public Optional<String> pod() {
        return get("K8S_POD_NAME").map(name -> get("K8S_POD_NAMESPACE")
                .map(space -> space + "/" + name)
                .orElse(name));
    }
}
