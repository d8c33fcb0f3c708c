package io.heddle.cni.forward;

import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The base chains of nftables as {@code nft -j list chains} prints them. */
final class NftablesChains {

    /** The tables that iptables owns are read by iptables. */
    private static final Set<String> OF_IPTABLES = Set.of("ip filter", "ip6 filter");

    private NftablesChains() {}

    static List<String> findings(String listing) throws JsonText.NotJson, BadField {
        Fields all = Fields.of("nft", JsonText.read(listing.getBytes(StandardCharsets.UTF_8)));
        List<String> findings = new ArrayList<>();
        for (Fields each : all.objects("nftables")) {
            Optional<Fields> chain = each.object("chain");
            if (chain.isEmpty()
                    || !chain.get().text("hook").equals(Optional.of("forward"))
                    || !chain.get().text("policy").equals(Optional.of("drop"))) {
                continue;
            }
            String table = chain.get().neededText("family") + " " + chain.get().neededText("table");
            if (!OF_IPTABLES.contains(table)) {
                String name = table + " " + chain.get().neededText("name");
                findings.add(
                        "nftables: the policy of chain " + name
                                + " is drop; unless a rule of it accepts pods, run 'nft insert rule " + name
                                + " iifname \"hdl*\" accept' and the same with oifname (an accept elsewhere does not help: each chain decides)");
            }
        }
        return findings;
    }
}
