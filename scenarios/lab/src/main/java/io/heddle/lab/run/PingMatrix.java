package io.heddle.lab.run;

import io.heddle.lab.layout.Host;
import io.heddle.lab.layout.LabLayout;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.Parallel;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Who reaches whom, by ICMP.
 *
 * @param asked pairs tried
 * @param unanswered those without an answer
 */
public record PingMatrix(int asked, List<Pair> unanswered) {

    /** One host asking another for one of its addresses. */
    public record Pair(Host from, Host to, InterfaceAddress address) {
        @Override
        public String toString() {
            return from.name() + " -> " + to.name() + " (" + address.address() + ")";
        }
    }

    public PingMatrix {
        unanswered = List.copyOf(unanswered);
    }

    /** Every host asks every other that it can be expected to reach: on the same VLAN, or where it has a gateway or is routed. */
    public static PingMatrix of(LabLayout layout) throws LabException {
        List<List<Pair>> missing = Parallel.map(layout.hosts(), from -> unanswered(from, layout));
        int asked = 0;
        for (Host each : layout.hosts()) {
            asked += pairs(each, layout).size();
        }
        return new PingMatrix(asked, missing.stream().flatMap(List::stream).toList());
    }

    private static List<Pair> pairs(Host from, LabLayout layout) {
        List<Pair> pairs = new ArrayList<>();
        if (from.vlan().isEmpty()) {
            return pairs;
        }
        Island islands = Island.of(from.vlan().get(), layout);
        for (Host to : layout.hosts()) {
            boolean sameLan = from.vlan().equals(to.vlan()) && islands.join(from.node(), to.node());
            if (!to.equals(from) && sameLan) {
                to.addresses().stream()
                        .filter(each -> from.addresses().stream()
                                .anyMatch(own ->
                                        own.address().family() == each.address().family()))
                        .forEach(each -> pairs.add(new Pair(from, to, each)));
            }
        }
        return pairs;
    }

    /** One shell in the namespace asks all, and prints the number of each that does not answer. */
    private static List<Pair> unanswered(Host from, LabLayout layout) throws LabException {
        List<Pair> pairs = pairs(from, layout);
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < pairs.size(); i++) {
            String target = " -I " + source(from, pairs.get(i).address()) + " "
                    + pairs.get(i).address().address();
            // A second chance of two seconds, for the first packet over a path that is still being resolved.
            script.append("ping -n -q -c 1 -W 1")
                    .append(target)
                    .append(" >/dev/null 2>&1 || ping -n -q -c 2 -W 2")
                    .append(target)
                    .append(" >/dev/null 2>&1 || echo ")
                    .append(i)
                    .append('\n');
        }
        String out = Command.of("ip", "netns", "exec", from.space(), "sh")
                .reading(script.toString())
                .output();
        return out.lines().map(each -> pairs.get(Integer.parseInt(each))).toList();
    }

    private static IpAddress source(Host from, InterfaceAddress to) {
        return from.addresses().stream()
                .map(InterfaceAddress::address)
                .filter(each -> each.family() == to.address().family())
                .findFirst()
                .orElseThrow();
    }
}
