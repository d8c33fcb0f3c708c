package io.heddle.cni.linux;

import io.heddle.model.net.IpFamily;
import java.util.List;

/** Requests about routes. */
public final class Routes {

    private static final int BY_THE_KERNEL = 2;

    private Routes() {}

    /** Adds a route, or changes the one to this destination in its table. */
    public static NetlinkMessage put(Route route) {
        return message(
                "add route " + text(route), Rtnetlink.NEW_ROUTE, NetlinkMessage.CREATE | NetlinkMessage.REPLACE, route);
    }

    /** Adds a route unless there is one to this destination. */
    public static NetlinkMessage add(Route route) {
        return message(
                "add route " + text(route),
                Rtnetlink.NEW_ROUTE,
                NetlinkMessage.CREATE | NetlinkMessage.EXCLUSIVE,
                route);
    }

    public static NetlinkMessage delete(Route route) {
        return message("remove route " + text(route), Rtnetlink.DELETE_ROUTE, 0, route);
    }

    /** Every unicast route of one family in the main and other tables, not the kernel's own local ones. */
    public static List<Route> all(NetlinkSocket socket, IpFamily family) throws LinuxException {
        NetlinkMessage dump = new NetlinkMessage("list routes", Rtnetlink.GET_ROUTE, NetlinkMessage.DUMP)
                .u8(Octets.family(family), 0, 0, 0, 0, 0, 0, 0)
                .u32(0);
        return socket.dump(dump).stream()
                .filter(each -> each.u8(7) == Rtnetlink.UNICAST && each.u8(5) != BY_THE_KERNEL)
                .map(Route::of)
                .toList();
    }

    private static NetlinkMessage message(String what, int type, int flags, Route route) {
        Scope scope = route.gateway().isPresent() || route.destination().family() == IpFamily.IPV6
                ? Scope.GLOBAL
                : Scope.LINK;
        NetlinkMessage message = new NetlinkMessage(what, type, flags)
                .u8(
                        Octets.family(route.destination().family()),
                        route.destination().length(),
                        0,
                        0)
                .u8(Rtnetlink.TABLE_MAIN, route.protocol(), scope.number(), Rtnetlink.UNICAST)
                .u32(0);
        if (route.destination().length() > 0) {
            message.attribute(Rtnetlink.RTA_DST, Octets.of(route.destination().address()));
        }
        route.gateway().ifPresent(each -> message.attribute(Rtnetlink.RTA_GATEWAY, Octets.of(each)));
        return message.attribute(Rtnetlink.RTA_OIF, route.link()).attribute(Rtnetlink.RTA_TABLE, route.table());
    }

    private static String text(Route route) {
        return route.destination() + route.gateway().map(each -> " via " + each).orElse("");
    }
}
