package io.heddle.evpn.calc;

import io.heddle.evpn.route.EvpnKey;
import io.heddle.evpn.route.EvpnNlri;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.fabric.DeviceName;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What an input speaks of: a later input about the same replaces it. */
record Subject(String kind, Object what) {

    static Subject of(Input input) {
        return switch (input) {
            case Input.SwitchThere each -> new Subject("switch", each.config().name());
            case Input.SwitchGone each -> new Subject("switch", each.device());
            case Input.RouteThere each -> new Subject("route", key(each.route()));
            case Input.RouteGone each -> new Subject("route", key(each.route()));
            case Input.HostThere each -> new Subject("host", List.of(each.at(), each.vlan(), each.mac()));
            case Input.HostGone each -> new Subject("host", List.of(each.at(), each.vlan(), each.mac()));
            case Input.Now _ -> new Subject("time", "");
            case Input.DuplicateSettled each -> new Subject("duplicate", List.of(each.at(), each.vlan(), each.mac()));
            case Input.Reachable each ->
                new Subject("reachable", List.<Object>of(each.vtep(), List.<DeviceName>copyOf(each.from())));
        };
    }

    private static String key(EvpnRoute route) {
        byte[] nlri = new byte[EvpnNlri.MAX_LENGTH];
        int end = EvpnNlri.encode(route, nlri, 0);
        byte[] key = new byte[EvpnNlri.MAX_LENGTH];
        return HexFormat.of().formatHex(Arrays.copyOf(key, EvpnKey.key(nlri, 0, end, key, 0)));
    }
}
