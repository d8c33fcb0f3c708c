package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Octets;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sound inputs of {@link CodecFuzz} for every message, capability and attribute, each for several sessions. */
public final class FuzzSeeds {

    private static final String EVERY_ATTRIBUTE = RawUpdate.ORIGIN
            + "40 02 10 02 02 0000fde9 fa56ea01 01 01 0000fdea"
            + RawUpdate.NEXT_HOP
            + "80 04 04 00000064 40 05 04 000000c8 40 06 00 c0 07 08 0000fde9 0a000001"
            + "c0 08 08 fde90064 ffff0000 80 09 04 0a000002 80 0a 08 0a000003 0a000004"
            + "c0 10 10 0002fde900000064 030c000000000008 c0 16 09 00 06 000064 0a000001"
            + "c0 19 14 0002 00000000000000000000000000000000 0001 c0 20 0c 0000fde9 00000001 00000002 c0 23 04 0000fde9";

    private static final String OLD_SPEAKER = RawUpdate.ORIGIN + "40 02 06 02 02 fde9 5ba0" + RawUpdate.NEXT_HOP
            + "40 05 04 00000064 c0 07 06 5ba0 0a000001 c0 11 06 02 01 fa56ea01 c0 12 08 fa56ea01 0a000001";

    private static final String IN_CONFEDERATION = RawUpdate.ORIGIN
            + "40 02 12 03 01 0000fc01 04 01 0000fc02 02 01 0000fde9"
            + RawUpdate.NEXT_HOP
            + RawUpdate.LOCAL_PREF;

    private FuzzSeeds() {}

    public static List<byte[]> all() {
        List<byte[]> seeds = new ArrayList<>();
        for (int choice = 0; choice < 32; choice++) {
            update(
                    seeds,
                    choice,
                    RawUpdate.of("", RawUpdate.MANDATORY + RawUpdate.LOCAL_PREF, "18 0a0102 20 0a010203"));
            update(seeds, choice, RawUpdate.of("18 0a0102 00 10 0a02", EVERY_ATTRIBUTE, RawUpdate.NLRI));
            update(seeds, choice, RawUpdate.of("", EVERY_ATTRIBUTE + RawUpdate.MP_REACH, ""));
            update(seeds, choice, RawUpdate.of("", OLD_SPEAKER, RawUpdate.NLRI));
            update(seeds, choice, RawUpdate.of("", IN_CONFEDERATION, RawUpdate.NLRI));
            update(seeds, choice, RawUpdate.of("", "80 0f 0c 0002 01 20 20010db8 10 2002 00", ""));
            update(
                    seeds,
                    choice,
                    RawUpdate.of(
                            "",
                            RawUpdate.MP_REACH
                                            .replace("1a 0002 01", "19 0001 01")
                                            .replace("20 20010db8", "18 0a0102")
                                    + RawUpdate.ORIGIN
                                    + RawUpdate.AS_PATH
                                    + RawUpdate.LOCAL_PREF,
                            ""));
            update(seeds, choice, RawUpdate.of("", RawUpdate.MANDATORY, "00000007 18 0a0102"));
            update(seeds, choice, RawUpdate.of("", "", ""));
        }
        message(seeds, open());
        message(seeds, new BgpMessage.RouteRefresh(AddressFamilyId.IPV6_UNICAST, 1));
        message(seeds, BgpMessage.Notification.withText(NotificationReason.ADMINISTRATIVE_SHUTDOWN, "maintenance"));
        message(
                seeds,
                BgpMessage.Notification.of(NotificationReason.HOLD_TIMER_EXPIRED)
                        .asHardReset());
        message(seeds, new BgpMessage.Keepalive());
        return seeds;
    }

    static BgpMessage.Open open() {
        AddressFamilyId ipv4 = AddressFamilyId.IPV4_UNICAST;
        return BgpMessage.Open.of(
                new Asn(4_200_000_001L),
                90,
                IpAddress.parse("10.0.0.1"),
                List.of(
                        new Capability.Multiprotocol(ipv4),
                        new Capability.RouteRefresh(),
                        new Capability.ExtendedNextHop(List.of(new Capability.ExtendedNextHop.Pair(ipv4, 2))),
                        new Capability.ExtendedMessage(),
                        new Capability.BgpRole(Role.PEER),
                        new Capability.GracefulRestart(
                                true, true, 120, List.of(new Capability.GracefulRestart.RestartFamily(ipv4, true))),
                        new Capability.AddPath(List.of(new Capability.AddPath.PathsFamily(ipv4, true, true))),
                        new Capability.EnhancedRouteRefresh(),
                        new Capability.LongLivedGracefulRestart(
                                List.of(new Capability.LongLivedGracefulRestart.StaleFamily(ipv4, true, 3600))),
                        new Capability.Unknown(73, Octets.parse("0474657374"))));
    }

    private static void update(List<byte[]> seeds, int choice, byte[] message) {
        seed(seeds, choice, message, message.length);
    }

    private static void message(List<byte[]> seeds, BgpMessage message) {
        byte[] out = new byte[MessageFrame.MAX_LENGTH];
        int end = MessageCodec.encode(message, out, 0);
        // The choices from 128 name a type by their rest of 6.
        int choice = 128;
        while (1 + choice % 6 != MessageFrame.type(out, 0)) {
            choice++;
        }
        seed(seeds, choice, out, end);
    }

    private static void seed(List<byte[]> seeds, int choice, byte[] message, int end) {
        byte[] seed = Arrays.copyOfRange(message, MessageFrame.HEADER_LENGTH - 1, end);
        seed[0] = (byte) choice;
        seeds.add(seed);
    }
}
