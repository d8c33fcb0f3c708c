package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.ExtendedCommunity;
import io.heddle.bgp.attribute.LargeCommunity;
import io.heddle.model.config.Community;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;

/** Attributes that are lists of equally long values. Communities come out sorted and without doubles. */
final class CommunityDecoder {

    private CommunityDecoder() {}

    /** RFC 1997. */
    static List<Community> communities(byte[] in, int from, int to) {
        List<Community> values = new ArrayList<>((to - from) / 4);
        for (int at = from; at < to; at += 4) {
            values.add(new Community(BigEndian.u16(in, at), BigEndian.u16(in, at + 2)));
        }
        return distinct(values);
    }

    /** RFC 4360. */
    static List<ExtendedCommunity> extended(byte[] in, int from, int to) {
        List<ExtendedCommunity> values = new ArrayList<>((to - from) / 8);
        for (int at = from; at < to; at += 8) {
            values.add(new ExtendedCommunity(BigEndian.i64(in, at)));
        }
        return distinct(values);
    }

    /** RFC 8092. */
    static List<LargeCommunity> large(byte[] in, int from, int to) {
        List<LargeCommunity> values = new ArrayList<>((to - from) / 12);
        for (int at = from; at < to; at += 12) {
            values.add(new LargeCommunity(BigEndian.u32(in, at), BigEndian.u32(in, at + 4), BigEndian.u32(in, at + 8)));
        }
        return distinct(values);
    }

    /** CLUSTER_LIST (RFC 4456 section 8), in its order. */
    static List<IpAddress> identifiers(byte[] in, int from, int to) {
        List<IpAddress> values = new ArrayList<>((to - from) / 4);
        for (int at = from; at < to; at += 4) {
            values.add(IpAddress.v4(BigEndian.u32(in, at)));
        }
        return List.copyOf(values);
    }

    private static <T extends Comparable<T>> List<T> distinct(List<T> values) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i - 1).compareTo(values.get(i)) >= 0) {
                return values.stream().sorted().distinct().toList();
            }
        }
        return List.copyOf(values);
    }
}
