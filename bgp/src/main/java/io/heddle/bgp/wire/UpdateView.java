package io.heddle.bgp.wire;

import org.jspecify.annotations.Nullable;

/**
 * Reads UPDATEs in place, one after the other, without keeping or allocating anything for a sound one. Attribute values are not looked at
 * but those of MP_REACH_NLRI and MP_UNREACH_NLRI; {@link AttributeDecoder} does that, once per distinct block. Single-threaded.
 *
 * <pre>
 *   header (19) | withdrawn length (2) | withdrawn NLRI | attributes length (2) | attributes | NLRI to the end
 * </pre>
 *
 * RFC 4271 section 4.3, RFC 4760 sections 3 and 4, RFC 7606 sections 3, 4 and 5. NLRI of families that the session does not exchange are
 * passed over.
 */
public final class UpdateView {

    private final AddressFamilies families;
    private final NlriRange withdrawn = new NlriRange();
    private final NlriRange announced = new NlriRange();
    private final NlriRange mpWithdrawn = new NlriRange();
    private final NlriRange mpAnnounced = new NlriRange();
    private final AttributeBlock block = new AttributeBlock();
    private final AttributeBlock mpBlock = new AttributeBlock();
    private final AttributeWalk walk = new AttributeWalk();
    private final MpAttribute reach = new MpAttribute();
    private final MpAttribute unreach = new MpAttribute();

    private byte[] in = new byte[0];
    private int attributesFrom;
    private int attributesTo;
    private boolean othersPresent;

    public UpdateView(AddressFamilies families) {
        this.families = families;
    }

    /**
     * Looks at the UPDATE in {@code bytes[from..to)}, header included, as {@link MessageFrame#lengthOf} has measured it. Unless the
     * verdict is a reset, the four ranges hold the NLRI; if it is sound, the blocks of announced ranges that are not empty can be read.
     */
    public UpdateVerdict parse(byte[] bytes, int from, int to, SessionOptions options) {
        in = bytes;
        withdrawn.clear();
        announced.clear();
        mpWithdrawn.clear();
        mpAnnounced.clear();
        int withdrawnFrom = from + MessageFrame.HEADER_LENGTH + 2;
        int withdrawnTo = withdrawnFrom + BigEndian.u16(in, withdrawnFrom - 2);
        if (withdrawnTo + 2 > to) {
            return UpdateFaults.lengths();
        }
        attributesFrom = withdrawnTo + 2;
        attributesTo = attributesFrom + BigEndian.u16(in, withdrawnTo);
        if (attributesTo > to) {
            return UpdateFaults.lengths();
        }
        boolean addPath = options.addPathReceive().contains(AddressFamilyId.IPV4_UNICAST);
        withdrawn.set(PrefixNlri.IPV4, in, withdrawnFrom, withdrawnTo, addPath);
        announced.set(PrefixNlri.IPV4, in, attributesTo, to, addPath);
        UpdateVerdict problem = locate();
        if (problem == null) {
            problem = readMp(options);
        }
        if (problem == null) {
            problem = checkNlri();
        }
        if (problem != null) {
            return problem;
        }
        if (!options.families().contains(AddressFamilyId.IPV4_UNICAST)) {
            withdrawn.clear();
            announced.clear();
        }
        return judge(options);
    }

    /** Finds the attributes that carry NLRI. */
    private @Nullable UpdateVerdict locate() {
        reach.clear();
        unreach.clear();
        othersPresent = false;
        walk.over(in, attributesFrom, attributesTo);
        while (walk.next()) {
            if (walk.type == AttributeType.MP_REACH_NLRI || walk.type == AttributeType.MP_UNREACH_NLRI) {
                MpAttribute found = walk.type == AttributeType.MP_REACH_NLRI ? reach : unreach;
                if (found.isPresent()) {
                    return UpdateFaults.twice(walk.type);
                }
                found.found(walk);
            } else {
                othersPresent = true;
            }
        }
        boolean hidesNlri = walk.type == AttributeType.MP_REACH_NLRI || walk.type == AttributeType.MP_UNREACH_NLRI;
        return walk.isCut() && hidesNlri ? UpdateFaults.mp(walk.type, in, walk.start, attributesTo) : null;
    }

    private @Nullable UpdateVerdict readMp(SessionOptions options) {
        if (reach.isPresent() && !reach.read(in, true, families, options)) {
            return UpdateFaults.mp(AttributeType.MP_REACH_NLRI, in, reach.start(), reach.end());
        }
        if (unreach.isPresent() && !unreach.read(in, false, families, options)) {
            return UpdateFaults.mp(AttributeType.MP_UNREACH_NLRI, in, unreach.start(), unreach.end());
        }
        place(reach, mpAnnounced, options);
        place(unreach, mpWithdrawn, options);
        return null;
    }

    private void place(MpAttribute attribute, NlriRange range, SessionOptions options) {
        NlriCodec codec = attribute.codec();
        if (codec != null) {
            boolean addPath = options.addPathReceive().contains(codec.family());
            range.set(codec, in, attribute.nlri(), attribute.end(), addPath);
        }
    }

    private @Nullable UpdateVerdict checkNlri() {
        if (withdrawn.fault() != NlriCodec.NO_FAULT || announced.fault() != NlriCodec.NO_FAULT) {
            return UpdateFaults.networkField();
        }
        if (mpAnnounced.fault() != NlriCodec.NO_FAULT) {
            return UpdateFaults.mp(AttributeType.MP_REACH_NLRI, in, reach.start(), reach.end());
        }
        if (mpWithdrawn.fault() != NlriCodec.NO_FAULT) {
            return UpdateFaults.mp(AttributeType.MP_UNREACH_NLRI, in, unreach.start(), unreach.end());
        }
        return null;
    }

    private UpdateVerdict judge(SessionOptions options) {
        boolean reachable = !announced.isEmpty() || reach.isPresent();
        if (walk.isCut()) {
            return UpdateFaults.cut(walk.type, in, walk.start, attributesTo, reachable);
        }
        if (!reachable && !othersPresent && withdrawn.isEmpty() && mpWithdrawn.isEmpty()) {
            return endOfRib();
        }
        if (!announced.isEmpty()) {
            gather(block, false);
        }
        if (!mpAnnounced.isEmpty()) {
            gather(mpBlock, true);
        }
        if (!reachable && othersPresent) {
            gather(block, false);
            return UpdateFaults.withoutNlri(block, options);
        }
        return UpdateVerdict.SOUND;
    }

    private UpdateVerdict endOfRib() {
        if (!unreach.isPresent()) {
            return new UpdateVerdict.EndOfRib(AddressFamilyId.IPV4_UNICAST);
        }
        NlriCodec codec = unreach.codec();
        return codec == null ? UpdateVerdict.SOUND : new UpdateVerdict.EndOfRib(codec.family());
    }

    private void gather(AttributeBlock into, boolean mp) {
        if (!reach.isPresent() && !unreach.isPresent()) {
            into.in(in, attributesFrom, attributesTo);
            return;
        }
        into.gather(attributesTo - attributesFrom);
        walk.over(in, attributesFrom, attributesTo);
        while (walk.next()) {
            boolean left = walk.type == AttributeType.MP_REACH_NLRI
                    || walk.type == AttributeType.MP_UNREACH_NLRI
                    || mp && walk.type == AttributeType.NEXT_HOP;
            if (!left) {
                into.append(in, walk.start, walk.end);
            }
        }
        if (mp) {
            // The reserved octet in front of the NLRI stays behind.
            int nextHopEnd = reach.nlri() - 1;
            into.append(AttributeType.OPTIONAL);
            into.append(AttributeType.MP_REACH_NLRI);
            into.append(nextHopEnd - reach.value());
            into.append(in, reach.value(), nextHopEnd);
        }
    }

    /** Withdrawn Routes: IPv4 unicast. */
    public NlriRange withdrawn() {
        return withdrawn;
    }

    /** Network Layer Reachability Information: IPv4 unicast. */
    public NlriRange announced() {
        return announced;
    }

    /** The NLRI of MP_UNREACH_NLRI. */
    public NlriRange mpWithdrawn() {
        return mpWithdrawn;
    }

    /** The NLRI of MP_REACH_NLRI. */
    public NlriRange mpAnnounced() {
        return mpAnnounced;
    }

    /** The attributes of {@link #announced}. */
    public AttributeBlock block() {
        return block;
    }

    /** The attributes of {@link #mpAnnounced}. */
    public AttributeBlock mpBlock() {
        return mpBlock;
    }
}
