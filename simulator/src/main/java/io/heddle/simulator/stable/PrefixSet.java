package io.heddle.simulator.stable;

import io.heddle.model.net.AddressSet;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.List;

/** Prefixes of one family that share a fate: host prefixes packed, or a few written out. */
sealed interface PrefixSet {

    int size();

    Prefix get(int index);

    IpFamily family();

    /** A /32 or /128 for each address. */
    record Hosts(AddressSet addresses) implements PrefixSet {
        @Override
        public int size() {
            return addresses.size();
        }

        @Override
        public Prefix get(int index) {
            return Prefix.host(addresses.get(index));
        }

        @Override
        public IpFamily family() {
            return addresses.family();
        }
    }

    /** Prefixes of any length. */
    record Listed(List<Prefix> prefixes) implements PrefixSet {
        @Override
        public int size() {
            return prefixes.size();
        }

        @Override
        public Prefix get(int index) {
            return prefixes.get(index);
        }

        @Override
        public IpFamily family() {
            return prefixes.getFirst().family();
        }
    }
}
