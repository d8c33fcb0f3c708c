package io.heddle.model.config;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.List;

/**
 * A node's rule to give packets of its pods that leave it the node's own address as their source, as an iptables or nftables rule with the target
 * {@code masquerade} does. Replies come back to that address and are translated back by connection tracking; a connection that somebody else begins is
 * not touched.
 *
 * @param from sources it is for, such as one pool; empty for every pod of the node
 * @param except destinations it leaves alone ({@code nonMasqueradeCIDRs} of ip-masq-agent; the pools of a cluster under Calico's {@code natOutgoing})
 */
public record Masquerade(List<Prefix> from, List<Prefix> except) {

    public Masquerade {
        from = List.copyOf(from);
        except = List.copyOf(except);
    }

    /** Whether it is for packets of this source. */
    public boolean takes(IpAddress source) {
        return from.isEmpty() || from.stream().anyMatch(each -> each.contains(source));
    }

    /** Whether packets to there keep their source. */
    public boolean excepts(IpAddress to) {
        return except.stream().anyMatch(each -> each.contains(to));
    }

    /** Whether a packet that leaves the node gets another source. */
    public boolean rewrites(IpAddress source, IpAddress to) {
        return source.family() == to.family() && takes(source) && !excepts(to);
    }
}
