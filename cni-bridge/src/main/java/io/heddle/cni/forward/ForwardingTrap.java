package io.heddle.cni.forward;

import io.heddle.json.BadField;
import io.heddle.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps the node from forwarding packets of routed pods. */
public final class ForwardingTrap {

    private static final List<String> IPTABLES = List.of("iptables", "ip6tables");
    private static final List<Path> SWITCHES =
            List.of(Path.of("/proc/sys/net/ipv4/ip_forward"), Path.of("/proc/sys/net/ipv6/conf/all/forwarding"));

    private final boolean accept;

    /** @param accept whether pods' packets are to be accepted explicitly */
    public ForwardingTrap(boolean accept) {
        this.accept = accept;
    }

    /** Has the kernel forward packets of both families, and accepts the pods' where that is wanted. */
    public void open() throws IOException {
        for (Path each : SWITCHES) {
            if (Files.exists(each) && !isOn(each)) {
                Files.writeString(each, "1");
            }
        }
        if (accept) {
            IPTABLES.forEach(ForwardingTrap::accept);
        }
    }

    private static void accept(String program) {
        for (String side : List.of("-i", "-o")) {
            String[] rule = {side, IptablesRules.PODS, "-m", "comment", "--comment", "heddle pods", "-j", "ACCEPT"};
            if (Programs.output(words(program, "-C", rule)).isEmpty()) {
                Programs.output(words(program, "-I", rule));
            }
        }
    }

    private static String[] words(String program, String action, String... rule) {
        List<String> words = new ArrayList<>(List.of(program, "-w", "5", action, "FORWARD"));
        words.addAll(List.of(rule));
        return words.toArray(String[]::new);
    }

    /** Each finding with its cure; empty when nothing was found. */
    public List<String> findings() {
        List<String> findings = new ArrayList<>();
        for (Path each : SWITCHES) {
            if (Files.exists(each) && !isOn(each)) {
                findings.add(each + " is 0: the kernel forwards nothing; start the agent anew, or write 1 to it");
            }
        }
        for (String each : IPTABLES) {
            Programs.output(each, "-w", "5", "-S", "FORWARD")
                    .ifPresent(listing -> findings.addAll(IptablesRules.findings(each, listing)));
        }
        if (isOfUse("/proc/net/ip_tables_names")) {
            Programs.output("iptables-legacy", "-w", "5", "-S", "FORWARD")
                    .ifPresent(listing -> findings.addAll(IptablesRules.findings("iptables-legacy", listing)));
        }
        Optional<String> chains = Programs.output("nft", "-j", "list", "chains");
        if (chains.isPresent()) {
            try {
                findings.addAll(NftablesChains.findings(chains.get()));
            } catch (JsonText.NotJson | BadField e) {
                findings.add("nftables: its chains cannot be read: " + e.getMessage());
            }
        }
        return findings.stream().distinct().toList();
    }

    /** Asking iptables-legacy loads its tables into the kernel, so it is asked only where they are there already. */
    private static boolean isOfUse(String names) {
        try {
            return Files.readAllLines(Path.of(names)).contains("filter");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isOn(Path path) {
        try {
            return !Files.readString(path).strip().equals("0");
        } catch (IOException e) {
            return false;
        }
    }
}
