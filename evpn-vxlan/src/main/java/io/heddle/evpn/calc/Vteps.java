package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import java.util.HashMap;
import java.util.Map;

/** Every VTEP address ever named. Single-threaded. */
final class Vteps {

    private final Map<IpAddress, Vtep> byAddress = new HashMap<>();
    private final SwitchSet none;

    Vteps(SwitchSet none) {
        this.none = none;
    }

    Vtep of(IpAddress address) {
        return byAddress.computeIfAbsent(address, each -> new Vtep(each, none));
    }
}
