package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AttributeBlock;
import io.heddle.bgp.wire.AttributeDecoder;
import io.heddle.bgp.wire.AttributeOutcome;
import io.heddle.bgp.wire.MessageFrame;
import io.heddle.bgp.wire.NlriRange;
import io.heddle.bgp.wire.PrefixCursor;
import io.heddle.bgp.wire.PrefixNlri;
import io.heddle.bgp.wire.SessionOptions;
import io.heddle.bgp.wire.UpdateVerdict;
import io.heddle.bgp.wire.UpdateView;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The receiving end of a session, as simple as can be: a map of what was announced and not withdrawn. */
final class NaivePeer {

    private final SessionOptions options;
    private final UpdateView view = new UpdateView(AddressFamilies.UNICAST);
    private final SortedMap<RouteKey, AttributeSet> table = new TreeMap<>();
    private int ends;

    NaivePeer(SessionOptions options) {
        this.options = options;
    }

    SortedMap<RouteKey, AttributeSet> table() {
        return table;
    }

    /** The same by prefix, in an order that does not depend on path identifiers. */
    SortedMap<Prefix, List<AttributeSet>> paths() {
        SortedMap<Prefix, List<AttributeSet>> paths = new TreeMap<>();
        table.forEach((key, set) ->
                paths.computeIfAbsent(key.prefix(), _ -> new ArrayList<>()).add(set));
        paths.values().forEach(each -> each.sort(Comparator.comparing(AttributeSet::toString)));
        return paths;
    }

    /** How many ends of RIB came. */
    int ends() {
        return ends;
    }

    void receive(byte[] in, int from, int to) {
        int at = from;
        while (at < to) {
            int length = MessageFrame.lengthOf(in, at, to, options.maxMessageLength());
            if (length <= 0) {
                throw new AssertionError("not a whole message at " + at + " of " + to);
            }
            update(in, at, at + length);
            at += length;
        }
    }

    private void update(byte[] in, int from, int to) {
        switch (view.parse(in, from, to, options)) {
            case UpdateVerdict.EndOfRib _ -> ends++;
            case UpdateVerdict.Sound _ -> {
                withdraw(view.withdrawn());
                withdraw(view.mpWithdrawn());
                announce(view.announced(), view.block());
                announce(view.mpAnnounced(), view.mpBlock());
            }
            case UpdateVerdict.TreatAsWithdraw wrong -> throw new AssertionError(wrong);
            case UpdateVerdict.Reset wrong -> throw new AssertionError(wrong);
        }
    }

    private void withdraw(NlriRange range) {
        if (range.codec() instanceof PrefixNlri nlri) {
            PrefixCursor cursor =
                    new PrefixCursor().over(nlri, range.bytes(), range.from(), range.to(), range.addPath());
            while (cursor.next()) {
                table.remove(key(nlri, cursor));
            }
        }
    }

    private void announce(NlriRange range, AttributeBlock block) {
        if (!range.isEmpty() && range.codec() instanceof PrefixNlri nlri) {
            if (!(AttributeDecoder.decode(block.bytes(), block.from(), block.to(), options)
                    instanceof AttributeOutcome.Usable usable)) {
                throw new AssertionError("attributes that are not usable");
            }
            PrefixCursor cursor =
                    new PrefixCursor().over(nlri, range.bytes(), range.from(), range.to(), range.addPath());
            while (cursor.next()) {
                table.put(key(nlri, cursor), usable.attributes());
            }
        }
    }

    private static RouteKey key(PrefixNlri nlri, PrefixCursor cursor) {
        IpAddress address =
                nlri == PrefixNlri.IPV4 ? IpAddress.v4(cursor.low()) : IpAddress.v6(cursor.high(), cursor.low());
        return new RouteKey(new Prefix(address, cursor.length()), cursor.pathId());
    }
}
