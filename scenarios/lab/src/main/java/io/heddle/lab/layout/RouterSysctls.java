package io.heddle.lab.layout;

/** Kernel settings of a namespace that routes, bridges or hosts. */
final class RouterSysctls {

    /** So long that no MAC ages while it is looked at; the lab forgets by itself where time would. */
    static final int NEVER_AGES_SECONDS = 36_000;

    private RouterSysctls() {}

    static void set(Space space) {
        space.sysctl("ipv4/ip_forward", 1);
        space.sysctl("ipv6/conf/all/forwarding", 1);
        space.sysctl("ipv4/fib_multipath_hash_policy", 1);
        space.sysctl("ipv6/fib_multipath_hash_policy", 1);
        quiet(space);
    }

    /** For hosts too: neighbours that do not age, addresses at once, none taken away with a link, no filter on the way back. */
    static void quiet(Space space) {
        space.sysctl("ipv4/conf/*/rp_filter", 0);
        space.sysctl("ipv4/neigh/*/gc_stale_time", NEVER_AGES_SECONDS);
        space.sysctl("ipv6/neigh/*/gc_stale_time", NEVER_AGES_SECONDS);
        space.sysctl("ipv4/neigh/*/base_reachable_time_ms", NEVER_AGES_SECONDS * 1000);
        space.sysctl("ipv6/neigh/*/base_reachable_time_ms", NEVER_AGES_SECONDS * 1000);
        space.sysctl("ipv4/conf/*/send_redirects", 0);
        space.sysctl("ipv4/conf/*/accept_redirects", 0);
        space.sysctl("ipv6/conf/*/accept_dad", 0);
        space.sysctl("ipv6/conf/*/keep_addr_on_down", 1);
        space.sysctl("ipv6/conf/default/accept_ra", 0);
    }

    /** A member of a bridge says nothing by itself, else its own MAC would be learned. */
    static void mute(Space space, String member) {
        space.sysctl("ipv6/conf/" + member + "/disable_ipv6", 1);
    }
}
