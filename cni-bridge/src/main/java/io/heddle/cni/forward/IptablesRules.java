package io.heddle.cni.forward;

import java.util.ArrayList;
import java.util.List;

/** The chain FORWARD as {@code iptables -S FORWARD} prints it. */
final class IptablesRules {

    /** Every interface of a pod on the node, in the words of iptables. */
    static final String PODS = "hdl+";

    private IptablesRules() {}

    /**
     * What drops pods' packets.
     *
     * @param program {@code iptables} or {@code ip6tables}
     */
    static List<String> findings(String program, String listing) {
        List<String> rules = listing.lines().map(String::strip).toList();
        boolean acceptsFrom = false;
        boolean acceptsTo = false;
        List<String> findings = new ArrayList<>();
        for (String each : rules) {
            acceptsFrom |= each.startsWith("-A FORWARD -i " + PODS) && each.endsWith("-j ACCEPT");
            acceptsTo |= each.startsWith("-A FORWARD -o " + PODS) && each.endsWith("-j ACCEPT");
            if (!acceptsTo && each.matches("-A FORWARD -i (\\S+) ! -o \\1 -j DROP")) {
                findings.add(program + " has Docker's isolation rule '" + each
                        + "', which drops what Docker's containers send to pods; " + cure(program));
            }
        }
        if (rules.contains("-P FORWARD DROP") && !(acceptsFrom && acceptsTo)) {
            findings.addFirst(
                    program + ": the policy of chain FORWARD is DROP (Docker sets it), so packets of pods are dropped; "
                            + cure(program));
        }
        return findings;
    }

    private static String cure(String program) {
        return "set \"accept-forward\": true in the agent's configuration, or run '" + program + " -I FORWARD -i "
                + PODS + " -j ACCEPT' and '" + program + " -I FORWARD -o " + PODS + " -j ACCEPT'";
    }
}
