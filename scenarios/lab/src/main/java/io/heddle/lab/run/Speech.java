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

    /** RFC 4291 section 2.7.1. */
    private static final IpAddress ALL_NODES = IpAddress.parse("ff02::1");

    private Speech() {}

    /** Returns once all have spoken. Nobody need have answered: asking is enough. */
    static void all(LabLayout layout, Outage outage) throws LabException {
        Map<String, StringBuilder> scripts = new TreeMap<>();
        for (Host host : layout.hosts()) {
            if (host.vlan().isPresent() && outage.isUp(host.node())) {
                StringBuilder script = scripts.computeIfAbsent(host.space(), _ -> new StringBuilder());
                // Whoever still knows an address would not ask for it.
                script.append("ip neigh flush dev ")
                        .append(host.interfaceName())
                        .append('\n');
                asked(host).forEach(each -> ping(script, host, each));
                if (host.addresses().isEmpty()) {
                    ping(script, host, ALL_NODES);
                }
            }
        }
        Parallel.map(scripts.entrySet(), each -> Command.of("ip", "netns", "exec", each.getKey(), "sh")
                .reading(each.getValue() + "wait\n")
                .output());
    }

    private static void ping(StringBuilder script, Host host, IpAddress address) {
        script.append("ping -n -q -c 1 -W 0.3 -I ")
                .append(host.interfaceName())
                .append(' ')
                .append(address)
                .append(" >/dev/null 2>&1 &\n");
    }

    private static List<IpAddress> asked(Host host) {
        return host.gateways().stream()
                .filter(each ->
                        host.addresses().stream().anyMatch(own -> own.address().family() == each.family()))
                .toList();
    }
}
