package io.heddle.render.bird;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.Origination;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.render.Gap;
import java.util.ArrayList;
import java.util.List;

/** What a node puts into BGP (rule 3), and the exchange with the kernel. */
record Originated(NodeProgram node, BgpConfig bgp, BirdText text, List<Gap> gaps) {

    void write(IpFamily family) {
        String channel = Channels.name(family);
        List<Prefix> networks = new ArrayList<>();
        List<PrefixRange> learnt = new ArrayList<>();
        List<PrefixRange> refused = new ArrayList<>();
        for (Origination each : bgp.originations()) {
            switch (each) {
                case Origination.Network(Prefix prefix) -> {
                    if (prefix.family() == family) {
                        networks.add(prefix);
                    }
                }
                case Origination.PodHosts _ -> learnt.add(hosts(family));
                case Origination.PodBlocks _ -> blocks(family, learnt, refused);
                case Origination.Connected _,
                        Origination.Static _,
                        Origination.DefaultRoute _,
                        Origination.Aggregate _ -> gaps.add(new Gap(each.toString(), "not for nodes; left out"));
            }
        }
        if (!networks.isEmpty()) {
            text.block("protocol static own_" + channel, () -> {
                text.line(channel + ";");
                // For BGP alone: the address itself is on the loopback.
                networks.forEach(each -> text.line("route " + each + " unreachable;"));
            });
        }
        text.block("protocol kernel kernel_" + channel, () -> {
            if (!learnt.isEmpty()) {
                text.line("learn;");
            }
            if (bgp.maxPaths() > 1) {
                text.line("merge paths on limit " + Math.min(bgp.maxPaths(), 255) + ";");
            }
            text.block(channel, () -> {
                text.lines("import", imports(learnt, refused));
                text.line("export where source = RTS_BGP;");
            });
        });
    }

    private static PrefixRange hosts(IpFamily family) {
        Prefix all = Prefix.parse(family == IpFamily.IPV4 ? "0.0.0.0/0" : "::/0");
        return new PrefixRange(all, family.bits(), family.bits());
    }

    private void blocks(IpFamily family, List<PrefixRange> learnt, List<PrefixRange> refused) {
        for (Prefix block : node.blocks()) {
            if (block.family() == family) {
                learnt.add(PrefixRange.exactly(block));
                if (!block.isHost()) {
                    refused.add(new PrefixRange(block, family.bits(), family.bits()));
                }
            }
        }
        learnt.add(hosts(family));
    }

    private static List<String> imports(List<PrefixRange> learnt, List<PrefixRange> refused) {
        if (learnt.isEmpty()) {
            return List.of("none;");
        }
        List<String> lines = new ArrayList<>(List.of("filter {"));
        if (!refused.isEmpty()) {
            lines.add("  if net ~ " + Filters.set(refused) + " then reject;");
        }
        lines.add("  if net ~ " + Filters.set(learnt) + " then accept;");
        lines.add("  reject;");
        lines.add("};");
        return lines;
    }
}
