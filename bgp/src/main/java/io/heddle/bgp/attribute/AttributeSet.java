package io.heddle.bgp.attribute;

import io.heddle.model.net.Bandwidth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything a route carries on the wire besides its NLRI. A value: immutable, the hash is worked out once, so that sets can be interned.
 * What decides is in {@link PathAttributes}, which the stable-state solver shares.
 */
public final class AttributeSet {

    private final PathAttributes core;
    private final @Nullable NextHop nextHop;
    private final List<ExtendedCommunity> extendedCommunities;
    private final List<LargeCommunity> largeCommunities;
    private final Carried carried;
    private final int hash;

    /**
     * A set.
     *
     * @param nextHop absent while the speaker itself is to be put there
     * @param extendedCommunities sorted, without doubles
     * @param largeCommunities sorted, without doubles
     */
    public AttributeSet(
            PathAttributes core,
            @Nullable NextHop nextHop,
            List<ExtendedCommunity> extendedCommunities,
            List<LargeCommunity> largeCommunities,
            Carried carried) {
        this.core = core;
        this.nextHop = nextHop;
        this.extendedCommunities = List.copyOf(extendedCommunities);
        this.largeCommunities = List.copyOf(largeCommunities);
        this.carried = carried;
        int mixed = core.hashCode();
        mixed = mixed * 31 + (nextHop == null ? 0 : nextHop.hashCode());
        mixed = mixed * 31 + this.extendedCommunities.hashCode();
        mixed = mixed * 31 + this.largeCommunities.hashCode();
        this.hash = mixed * 31 + carried.hashCode();
    }

    /** With nothing besides the core. */
    public static AttributeSet of(PathAttributes core, @Nullable NextHop nextHop) {
        return new AttributeSet(core, nextHop, List.of(), List.of(), Carried.NONE);
    }

    public PathAttributes core() {
        return core;
    }

    public Optional<NextHop> nextHop() {
        return Optional.ofNullable(nextHop);
    }

    public List<ExtendedCommunity> extendedCommunities() {
        return extendedCommunities;
    }

    public List<LargeCommunity> largeCommunities() {
        return largeCommunities;
    }

    public Carried carried() {
        return carried;
    }

    public AttributeSet withCore(PathAttributes changed) {
        return changed.equals(core)
                ? this
                : new AttributeSet(changed, nextHop, extendedCommunities, largeCommunities, carried);
    }

    public AttributeSet withNextHop(@Nullable NextHop changed) {
        return new AttributeSet(core, changed, extendedCommunities, largeCommunities, carried);
    }

    public AttributeSet withExtendedCommunities(List<ExtendedCommunity> changed) {
        return new AttributeSet(core, nextHop, changed, largeCommunities, carried);
    }

    public AttributeSet withCarried(Carried changed) {
        return new AttributeSet(core, nextHop, extendedCommunities, largeCommunities, changed);
    }

    /** Without the extended communities that stay inside an AS (RFC 4360 section 6). */
    public AttributeSet leavingAs() {
        return extendedCommunities.stream().allMatch(ExtendedCommunity::isTransitive)
                ? this
                : withExtendedCommunities(extendedCommunities.stream()
                        .filter(ExtendedCommunity::isTransitive)
                        .toList());
    }

    /** What decides who wants the route (RFC 4684). */
    public List<ExtendedCommunity> routeTargets() {
        return extendedCommunities.stream()
                .filter(ExtendedCommunity::isRouteTarget)
                .toList();
    }

    /** The weight of the route among its equals, where the peer gave one. */
    public Optional<Bandwidth> linkBandwidth() {
        return extendedCommunities.stream()
                .flatMap(each -> each.linkBandwidth().stream())
                .findFirst();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof AttributeSet that
                        && hash == that.hash
                        && core.equals(that.core)
                        && (nextHop == null ? that.nextHop == null : nextHop.equals(that.nextHop))
                        && extendedCommunities.equals(that.extendedCommunities)
                        && largeCommunities.equals(that.largeCommunities)
                        && carried.equals(that.carried);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return core + ", next hop " + nextHop + ", " + extendedCommunities + ", " + largeCommunities + ", " + carried;
    }
}
