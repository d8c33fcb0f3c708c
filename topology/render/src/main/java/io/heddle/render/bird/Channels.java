package io.heddle.render.bird;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.net.IpFamily;
import java.util.Arrays;
import java.util.List;

/** BIRD's channels: one a family. */
final class Channels {

    private Channels() {}

    static String name(IpFamily family) {
        return family == IpFamily.IPV4 ? "ipv4" : "ipv6";
    }

    static AddressFamily family(IpFamily family) {
        return family == IpFamily.IPV4 ? AddressFamily.IPV4_UNICAST : AddressFamily.IPV6_UNICAST;
    }

    /** Those of {@code carried} that BIRD has. */
    static List<IpFamily> of(Iterable<AddressFamily> carried) {
        return Arrays.stream(IpFamily.values())
                .filter(each -> {
                    boolean found = false;
                    for (AddressFamily family : carried) {
                        found |= family == family(each);
                    }
                    return found;
                })
                .toList();
    }
}
