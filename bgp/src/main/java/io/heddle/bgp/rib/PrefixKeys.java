package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.Octets;
import io.heddle.model.net.Prefix;
import java.util.Optional;

/** Keys that are prefixes. */
abstract sealed class PrefixKeys extends DestinationKeys permits Ipv4Keys, Ipv6Keys {

    abstract Prefix at(int destination);

    @Override
    final Optional<Prefix> prefix(int destination) {
        return Optional.of(at(destination));
    }

    @Override
    final Octets bytes(int destination) {
        return Octets.EMPTY;
    }

    @Override
    final String text(int destination) {
        return at(destination).toString();
    }
}
