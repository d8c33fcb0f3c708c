package io.heddle.lab.run;

import io.heddle.lab.layout.LabLayout;
import io.heddle.lab.layout.Space;
import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.Parallel;
import java.util.List;
import java.util.Locale;

/** Makes the namespaces of a layout and everything in them but the daemons. */
final class Builder {

    private Builder() {}

    static void build(LabLayout layout) throws LabException {
        Batch.ip(
                layout.spaces().stream().map(each -> "netns add " + each.name()).toList());
        Batch.ip(layout.plugs());
        Parallel.map(layout.spaces(), Builder::sysctls);
        // A switch makes its VXLAN devices before its tenants' namespaces use them.
        Parallel.map(spaces(layout, false), Builder::links);
        Parallel.map(spaces(layout, true), Builder::links);
    }

    private static List<Space> spaces(LabLayout layout, boolean parts) {
        return layout.spaces().stream()
                .filter(each -> each.name().contains("+") == parts)
                .toList();
    }

    private static boolean sysctls(Space space) throws LabException {
        StringBuilder script = new StringBuilder("cd /proc/sys/net\n");
        for (String each : space.sysctls()) {
            int equals = each.indexOf('=');
            script.append(String.format(
                    Locale.ROOT,
                    "for file in %s; do echo %s > $file; done%n",
                    each.substring(0, equals),
                    each.substring(equals + 1)));
        }
        Command.of("ip", "netns", "exec", space.name(), "sh", "-e")
                .reading(script.toString())
                .output();
        return true;
    }

    private static boolean links(Space space) throws LabException {
        Batch.ip(space.name(), space.ip());
        Batch.ipv6(space.name(), space.ipv6());
        Batch.bridge(space.name(), space.bridge());
        if (!space.unforwarded().isEmpty()) {
            Command.of("ip", "netns", "exec", space.name(), "nft", "-f", "-")
                    .reading(filter(space))
                    .output();
        }
        return true;
    }

    private static String filter(Space space) {
        StringBuilder text =
                new StringBuilder("table bridge lab {\n chain forward {\n  type filter hook forward priority 0;\n");
        for (String each : space.unforwarded()) {
            List<String> words = List.of(each.split(" ", -1));
            text.append("  iifname \"")
                    .append(words.getFirst())
                    .append("\" oifname \"")
                    .append(words.getLast())
                    .append("\" drop\n");
        }
        return text.append(" }\n}\n").toString();
    }
}
