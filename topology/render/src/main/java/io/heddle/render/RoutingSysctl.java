package io.heddle.render;

/** What Linux must be told before it routes: a file for {@code /etc/sysctl.d}. */
public final class RoutingSysctl {

    /** Below the root of the device. */
    public static final String PATH = "etc/sysctl.d/90-heddle.conf";

    /**
     * Packets of one flow keep to one path by addresses and ports; reverse-path filters would drop what comes over another of several
     * paths, or over a link without addresses.
     */
    public static final String TEXT = """
            net.ipv4.ip_forward = 1
            net.ipv6.conf.all.forwarding = 1
            net.ipv4.conf.all.rp_filter = 0
            net.ipv4.conf.default.rp_filter = 0
            net.ipv4.fib_multipath_hash_policy = 1
            net.ipv6.fib_multipath_hash_policy = 1
            """;

    private RoutingSysctl() {}
}
