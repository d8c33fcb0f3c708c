package io.heddle.evpn.route;

import io.heddle.bgp.attribute.Octets;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any route of any type. */
final class EvpnRoutes {

    private static final Arbitrary<RouteDistinguisher> DISTINGUISHERS =
            Arbitraries.longs().map(RouteDistinguisher::new);
    private static final Arbitrary<Esi> SEGMENTS = Combinators.combine(
                    Arbitraries.integers().between(0, 0xFFFF), Arbitraries.longs())
            .as(Esi::new)
            .injectDuplicates(0.2);
    private static final Arbitrary<EthernetTag> TAGS =
            Arbitraries.longs().between(0, 0xFFFF_FFFFL).map(EthernetTag::new);
    private static final Arbitrary<Label> LABELS =
            Arbitraries.integers().between(0, 0xFFFFFF).map(Label::new);
    private static final Arbitrary<IpAddress> V4 =
            Arbitraries.longs().between(0, 0xFFFF_FFFFL).map(IpAddress::v4);
    private static final Arbitrary<IpAddress> V6 =
            Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(IpAddress::v6);
    private static final Arbitrary<IpAddress> ADDRESSES = Arbitraries.oneOf(V4, V6);
    private static final Arbitrary<Mac> MACS =
            Arbitraries.longs().between(0, 0xFFFF_FFFF_FFFFL).map(Mac::new);

    private EvpnRoutes() {}

    static Arbitrary<EvpnRoute> any() {
        return Arbitraries.oneOf(
                Combinators.combine(DISTINGUISHERS, SEGMENTS, TAGS, LABELS).as(EvpnRoute.EthernetAutoDiscovery::new),
                Combinators.combine(
                                DISTINGUISHERS, SEGMENTS, TAGS, MACS, ADDRESSES.optional(), LABELS, LABELS.optional())
                        .as(EvpnRoute.MacIp::new),
                Combinators.combine(DISTINGUISHERS, TAGS, ADDRESSES).as(EvpnRoute.InclusiveMulticast::new),
                Combinators.combine(DISTINGUISHERS, SEGMENTS, ADDRESSES).as(EvpnRoute.EthernetSegment::new),
                Arbitraries.oneOf(prefixes(V4, 32), prefixes(V6, 128)),
                Combinators.combine(
                                Arbitraries.integers().between(6, 255),
                                Arbitraries.bytes().array(byte[].class).ofMaxSize(255))
                        .as((type, value) -> new EvpnRoute.Unknown(type, Octets.of(value))));
    }

    private static Arbitrary<EvpnRoute> prefixes(Arbitrary<IpAddress> addresses, int bits) {
        Arbitrary<Prefix> prefixes = Combinators.combine(
                        addresses, Arbitraries.integers().between(0, bits))
                .as(Prefix::covering);
        Arbitrary<IpAddress> gateways = addresses.filter(each -> each.high() != 0 || each.low() != 0);
        return Combinators.combine(DISTINGUISHERS, SEGMENTS, TAGS, prefixes, gateways.optional(), LABELS)
                .as(EvpnRoute.IpPrefix::new);
    }
}
