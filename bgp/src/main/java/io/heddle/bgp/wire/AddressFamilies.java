package io.heddle.bgp.wire;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The address families a speaker knows, each with its NLRI codec. */
public final class AddressFamilies {

    /** IPv4 and IPv6 unicast. */
    public static final AddressFamilies UNICAST = of(PrefixNlri.IPV4, PrefixNlri.IPV6);

    private final NlriCodec[] codecs;

    private AddressFamilies(NlriCodec[] codecs) {
        this.codecs = codecs;
    }

    public static AddressFamilies of(NlriCodec... codecs) {
        NlriCodec[] sorted = codecs.clone();
        Arrays.sort(sorted, Comparator.comparing(NlriCodec::family));
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i].family().equals(sorted[i - 1].family())) {
                throw new IllegalArgumentException("two codecs for " + sorted[i].family());
            }
        }
        return new AddressFamilies(sorted);
    }

    /** These and one more. */
    public AddressFamilies with(NlriCodec codec) {
        NlriCodec[] more = Arrays.copyOf(codecs, codecs.length + 1);
        more[codecs.length] = codec;
        return of(more);
    }

    /** By number. */
    public List<AddressFamilyId> ids() {
        return Arrays.stream(codecs).map(NlriCodec::family).toList();
    }

    /** The codec of a family, null if the speaker does not know it. */
    public @Nullable NlriCodec codec(int afi, int safi) {
        for (NlriCodec each : codecs) {
            if (each.family().afi() == afi && each.family().safi() == safi) {
                return each;
            }
        }
        return null;
    }

    public @Nullable NlriCodec codec(AddressFamilyId family) {
        return codec(family.afi(), family.safi());
    }
}
