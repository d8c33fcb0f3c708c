package io.heddle.cni.linux;

import io.heddle.model.net.IpAddress;

/** Requests about routing rules. */
public final class Rules {

    private Rules() {}

    /**
     * What comes from an address looks into a table.
     *
     * @param priority before the main table's 32766
     */
    public static NetlinkMessage from(IpAddress source, int table, int priority) {
        int bits = source.family().bits();
        return new NetlinkMessage(
                        "add rule from " + source, Rtnetlink.NEW_RULE, NetlinkMessage.CREATE | NetlinkMessage.EXCLUSIVE)
                .u8(Octets.family(source.family()), 0, bits, 0)
                .u8(0, 0, 0, Rtnetlink.TO_TABLE)
                .u32(0)
                .attribute(Rtnetlink.FRA_SRC, Octets.of(source))
                .attribute(Rtnetlink.FRA_TABLE, table)
                .attribute(Rtnetlink.FRA_PRIORITY, priority);
    }
}
