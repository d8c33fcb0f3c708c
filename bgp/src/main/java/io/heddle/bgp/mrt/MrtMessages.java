package io.heddle.bgp.mrt;

import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.io.IOException;
import java.io.OutputStream;

/** What happens on one session, as it happens (RFC 6396 section 4.4). */
public final class MrtMessages {

    private static final int BGP4MP = 16;
    private static final int MESSAGE_AS4 = 4;
    private static final int STATE_CHANGE_AS4 = 5;
    private static final int MESSAGE_AS4_LOCAL = 7;

    private final OutputStream out;
    private final Asn peerAs;
    private final Asn localAs;
    private final IpAddress peer;
    private final IpAddress local;
    private final int interfaceIndex;

    /** States by their numbers in section 4.4.1. */
    public enum State {
        IDLE,
        CONNECT,
        ACTIVE,
        OPEN_SENT,
        OPEN_CONFIRM,
        ESTABLISHED
    }

    /**
     * A session.
     *
     * @param interfaceIndex of the interface, 0 where it does not matter
     */
    public MrtMessages(OutputStream out, Asn peerAs, Asn localAs, IpAddress peer, IpAddress local, int interfaceIndex) {
        if (peer.family() != local.family()) {
            throw new IllegalArgumentException("peer " + peer + " and local " + local + " differ in family");
        }
        this.out = out;
        this.peerAs = peerAs;
        this.localAs = localAs;
        this.peer = peer;
        this.local = local;
        this.interfaceIndex = interfaceIndex;
    }

    /** A whole message in {@code bytes[from..to)} that came from the peer. */
    public void received(byte[] bytes, int from, int to, long seconds) throws IOException {
        session().octets(bytes, from, to).writeTo(out, seconds, BGP4MP, MESSAGE_AS4);
    }

    /** A whole message that was sent to the peer (section 4.4.4). */
    public void sent(byte[] bytes, int from, int to, long seconds) throws IOException {
        session().octets(bytes, from, to).writeTo(out, seconds, BGP4MP, MESSAGE_AS4_LOCAL);
    }

    public void changed(State before, State now, long seconds) throws IOException {
        session().u16(before.ordinal() + 1).u16(now.ordinal() + 1).writeTo(out, seconds, BGP4MP, STATE_CHANGE_AS4);
    }

    private MrtRecord session() throws IOException {
        return new MrtRecord()
                .u32(peerAs.value())
                .u32(localAs.value())
                .u16(interfaceIndex)
                .u16(peer.isV4() ? MrtRecord.AFI_IPV4 : MrtRecord.AFI_IPV6)
                .address(peer)
                .address(local);
    }
}
