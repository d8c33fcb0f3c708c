package io.heddle.bgp.mrt;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.wire.AttributeEncoder;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table at one moment (RFC 6396 section 4.3): the peers, then the routes, each with what its peers said. */
public final class MrtTable {

    private static final int TABLE_DUMP_V2 = 13;
    private static final int PEER_INDEX_TABLE = 1;
    private static final int RIB_IPV4_UNICAST = 2;
    private static final int RIB_IPV6_UNICAST = 4;
    private static final int PEER_IPV6 = 1;
    private static final int PEER_AS4 = 2;
    private static final int OPTIONAL_EXTENDED = 0x90;
    private static final int MP_REACH_NLRI = 14;

    /** Section 4.3.4: AS numbers have four octets whatever the session agreed on, and the attributes of iBGP are kept. */
    private final AttributeEncoder encoder = new AttributeEncoder(SessionOptions.of(false));

    private final OutputStream out;
    private final long seconds;
    private final int peers;
    private long sequence;

    /**
     * A path of a route.
     *
     * @param peer position in the list of peers
     * @param since when it came, seconds since 1970
     * @param attributes with a next hop
     */
    public record Path(int peer, long since, AttributeSet attributes) {}

    /**
     * Begins a dump.
     *
     * @param seconds since 1970, the time of the whole dump
     * @param routerId of the speaker
     * @param view name of the table, may be empty
     */
    public MrtTable(OutputStream out, long seconds, IpAddress routerId, String view, List<MrtPeer> peers)
            throws IOException {
        this.out = out;
        this.seconds = seconds;
        this.peers = peers.size();
        byte[] name = view.getBytes(StandardCharsets.UTF_8);
        MrtRecord table = new MrtRecord()
                .address(routerId)
                .u16(name.length)
                .octets(name, 0, name.length)
                .u16(peers.size());
        for (MrtPeer peer : peers) {
            table.u8(PEER_AS4 | (peer.address().isV4() ? 0 : PEER_IPV6))
                    .address(peer.routerId())
                    .address(peer.address())
                    .u32(peer.as().value());
        }
        table.writeTo(out, seconds, TABLE_DUMP_V2, PEER_INDEX_TABLE);
    }

    /** Writes one route with its paths. */
    public void route(Prefix prefix, List<Path> paths) throws IOException {
        MrtRecord entry = new MrtRecord()
                .u32(sequence++)
                .u8(prefix.length())
                .leading(prefix.address(), (prefix.length() + 7) / 8)
                .u16(paths.size());
        for (Path path : paths) {
            if (path.peer() < 0 || path.peer() >= peers) {
                throw new IllegalArgumentException("peer " + path.peer() + " of " + peers);
            }
            entry.u16(path.peer()).u32(path.since());
            attributes(entry, prefix, path.attributes());
        }
        int subtype = prefix.address().isV4() ? RIB_IPV4_UNICAST : RIB_IPV6_UNICAST;
        entry.writeTo(out, seconds, TABLE_DUMP_V2, subtype);
    }

    private void attributes(MrtRecord entry, Prefix prefix, AttributeSet set) throws IOException {
        NextHop nextHop = set.nextHop().orElseThrow(() -> new IllegalArgumentException("no next hop for " + prefix));
        boolean inside = prefix.address().isV4() && nextHop.address().isV4();
        int length = encoder.encode(set, inside);
        entry.u16(length + (inside ? 0 : 5 + nextHop.length())).octets(encoder.bytes(), 0, length);
        if (!inside) {
            // Section 4.3.4: of MP_REACH_NLRI the next hop alone, the prefix being known.
            entry.u8(OPTIONAL_EXTENDED)
                    .u8(MP_REACH_NLRI)
                    .u16(1 + nextHop.length())
                    .u8(nextHop.length());
            entry.address(nextHop.address());
            if (nextHop.linkLocal() != null) {
                entry.address(nextHop.linkLocal());
            }
        }
    }
}
