package io.heddle.test.interop;

import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lines of FRR's configuration after {@link Frr#HEAD}. */
final class FrrConfig {

    private final List<String> router = new ArrayList<>();
    private final List<String> ipv4 = new ArrayList<>();
    private final List<String> ipv6 = new ArrayList<>();
    private final List<String> evpn = new ArrayList<>();

    /** A neighbour of AS 65001 with short timers that is to be activated. */
    static FrrConfig neighbor(String address) {
        return new FrrConfig().and(address, 65001);
    }

    FrrConfig and(String address, long as) {
        return router("neighbor " + address + " remote-as " + as)
                .router("neighbor " + address + " timers 3 9")
                .router("neighbor " + address + " timers connect 1")
                .router("neighbor " + address + " advertisement-interval 0");
    }

    FrrConfig router(String line) {
        router.add(" " + line);
        return this;
    }

    FrrConfig ipv4(String... lines) {
        Stream.of(lines).forEach(each -> ipv4.add("  " + each));
        return this;
    }

    FrrConfig ipv6(String... lines) {
        Stream.of(lines).forEach(each -> ipv6.add("  " + each));
        return this;
    }

    FrrConfig evpn(String... lines) {
        Stream.of(lines).forEach(each -> evpn.add("  " + each));
        return this;
    }

    FrrConfig networks(List<Prefix> prefixes) {
        prefixes.forEach(each -> (each.address().isV4() ? ipv4 : ipv6).add("  network " + each));
        return this;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(router);
        if (!ipv4.isEmpty()) {
            lines.add(" address-family ipv4 unicast");
            lines.addAll(ipv4);
            lines.add(" exit-address-family");
        }
        if (!ipv6.isEmpty()) {
            lines.add(" address-family ipv6 unicast");
            lines.addAll(ipv6);
            lines.add(" exit-address-family");
        }
        if (!evpn.isEmpty()) {
            lines.add(" address-family l2vpn evpn");
            lines.addAll(evpn);
            lines.add(" exit-address-family");
        }
        return lines;
    }
}
