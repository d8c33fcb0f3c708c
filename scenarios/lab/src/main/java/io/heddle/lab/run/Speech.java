package io.heddle.lab.run;

import io.heddle.lab.layout.Host;
import io.heddle.lab.layout.LabLayout;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.Parallel;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lets every host on a VLAN say something, so that switches learn where it is. */
final class Speech {

    private Speech() {}

    /** Returns once all have spoken. Nobody need have answered: asking is enough. */
    static void all(LabLayout layout, Outage outage) throws LabException {
        Map<String, StringBuilder> scripts = new TreeMap<>();
        for (Host host : layout.hosts()) {
            if (host.vlan().isPresent() && outage.isUp(host.node())) {
                StringBuilder script = scripts.computeIfAbsent(host.space(), _ -> new StringBuilder());
                // Whoever still knows an address would not ask for it.
                script.append("ip neigh flush dev ").append(host.interfaceName()).append('\n');
                for (IpAddress each : asked(host)) {
                    script.append("ping -n -q -c 1 -W 0.3 -I ")
                            .append(host.interfaceName())
                            .append(' ')
                            .append(each)
                            .append(" >/dev/null 2>&1 &\n");
                }
            }
        }
        Parallel.map(scripts.entrySet(), each -> Command.of("ip", "netns", "exec", each.getKey(), "sh")
                .reading(each.getValue() + "wait\n")
                .output());
    }

    private static List<IpAddress> asked(Host host) {
        return host.gateways().stream()
                .filter(each ->
                        host.addresses().stream().anyMatch(own -> own.address().family() == each.family()))
                .toList();
    }
}
