package io.heddle.test.bench.bgp;

import java.nio.ByteBuffer;

/** Routes as UPDATE messages (RFC 4271 section 4.3), a message per attribute set, or two. */
final class UpdateEncoder {

    private final Load load;
    private final int sender;
    private final int as;

    UpdateEncoder(Load load, int sender) {
        this.load = load;
        this.sender = sender;
        this.as = load.sender(sender).as();
    }

    /** All of this sender's routes, ready to be written. */
    ByteBuffer table() {
        return announce(load.first(sender), load.first(sender) + load.routes());
    }

    /** Routes from one index to another (exclusive). */
    ByteBuffer announce(int from, int to) {
        int size = load.shape().message();
        int messages = (to - from) / size + 2;
        ByteBuffer all =
                ByteBuffer.allocateDirect(messages * 160 + (to - from) * (load.shape() == Shape.EVPN ? 40 : 5));
        for (int index = from; index < to; ) {
            int end = Math.min(to, index - index % size + size);
            update(all, index, end);
            index = end;
        }
        return all.flip();
    }

    private void update(ByteBuffer all, int from, int to) {
        int start = all.position();
        Messages.header(all, 0, Messages.UPDATE);
        all.putShort((short) 0);
        int lengthAt = all.position();
        all.putShort((short) 0);
        attributes(all, from);
        if (load.shape() == Shape.EVPN) {
            EvpnRoutes.mpReach(all, load, sender, from, to);
        }
        all.putShort(lengthAt, (short) (all.position() - lengthAt - 2));
        if (load.shape() != Shape.EVPN) {
            prefixes(all, from, to);
        }
        int length = all.position() - start;
        if (length > Messages.MAXIMUM) {
            throw new IllegalStateException("an UPDATE of " + length + " octets");
        }
        all.putShort(start + 16, (short) length);
    }

    private void attributes(ByteBuffer all, int index) {
        int set = index / load.shape().group();
        all.put((byte) 0x40).put((byte) 1).put((byte) 1).put((byte) 0);
        asPath(all, set);
        if (load.shape() != Shape.EVPN) {
            all.put((byte) 0x40).put((byte) 3).put((byte) 4).putInt(load.nextHop(sender, index));
        }
        if (load.shape() == Shape.TAB) {
            all.put((byte) 0x80).put((byte) 4).put((byte) 4).putInt(set % 100);
        }
        if (!load.external()) {
            all.put((byte) 0x40).put((byte) 5).put((byte) 4).putInt(100);
        }
        switch (load.shape()) {
            case TAB ->
                all.put((byte) 0xC0)
                        .put((byte) 8)
                        .put((byte) 8)
                        .putInt(65_000 << 16 | set & 0xFFFF)
                        .putInt(65_001 << 16 | set >> 4 & 0xFFF);
            case EVPN -> EvpnRoutes.extendedCommunities(all, sender, set);
            case POD -> {}
        }
    }

    private void asPath(ByteBuffer all, int set) {
        int others = load.shape() == Shape.TAB ? 3 + set % 3 : 0;
        int length = others + (load.external() ? 1 : 0);
        all.put((byte) 0x40).put((byte) 2);
        if (length == 0) {
            all.put((byte) 0);
            return;
        }
        all.put((byte) (2 + 4 * length)).put((byte) 2).put((byte) length);
        if (load.external()) {
            all.putInt(as);
        }
        for (int hop = 0; hop < others; hop++) {
            all.putInt((int) (3_000 + (set * 31L + hop * 977L) % 50_000));
        }
    }

    private void prefixes(ByteBuffer all, int from, int to) {
        int length = load.shape().prefixLength();
        for (int index = from; index < to; index++) {
            int address = load.shape().address(index);
            all.put((byte) length);
            for (int octet = 0; octet < length / 8; octet++) {
                all.put((byte) (address >> 24 - 8 * octet));
            }
        }
    }
}
