package io.heddle.test.bench.bgp;

/**
 * One session of the daemon under test, seen from its configuration.
 *
 * @param address of the peer, which is also its router id
 */
record Peer(String address, int as) {

    static final int DAEMON_AS = 65_000;
    static final String DAEMON_ADDRESS = "127.0.0.1";
    static final String DAEMON_ROUTER_ID = "10.255.0.1";
    static final int PORT = 1790;
    static final int HOLD_SECONDS = 180;
}
