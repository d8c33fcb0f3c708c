package io.heddle.controller.southbound.bgp;

import io.heddle.bgp.bfd.BfdPath;
import io.heddle.bgp.bfd.BfdTimers;
import io.heddle.bgp.liveness.PathSessions;
import io.heddle.model.net.IpAddress;

/**
 * The paths to switches, watched by BFD (RFC 5882): one that breaks ends its BGP session. A session does not wait for BFD to come up, since
 * the switch may not be asked for it yet.
 */
final class BfdPaths {

    private BfdPaths() {}

    /** Watches the path to a switch, if that is asked for. */
    static void watch(PathSessions sessions, BgpSwitch each, Teller teller) {
        BfdTimers timers = each.bfd();
        IpAddress local = each.transport().localAddress();
        if (timers == null || local == null) {
            return;
        }
        String link = each.transport().networkInterface();
        BfdPath path = link == null
                ? BfdPath.multihop(local, each.transport().address())
                : BfdPath.link(local, each.transport().address(), link);
        sessions.watch(path, timers, _ -> teller.pathDown(each.device()));
    }
}
