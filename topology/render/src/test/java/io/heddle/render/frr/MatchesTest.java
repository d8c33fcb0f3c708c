package io.heddle.render.frr;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Community;
import io.heddle.model.config.Match;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Prefix;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchesTest {

    private final MatchLists lists = new MatchLists();

    private Matches matches(AddressFamily family, boolean export) {
        return new Matches(lists, "p-10", family, export);
    }

    private static Match.PrefixIn prefix(String within, int from, int to) {
        return new Match.PrefixIn(List.of(new PrefixRange(Prefix.parse(within), from, to)));
    }

    @Test
    void twoPrefixConditionsAreIntersected() {
        assertThat(matches(AddressFamily.IPV4_UNICAST, true)
                        .of(List.of(prefix("10.0.0.0/8", 8, 26), prefix("10.1.0.0/16", 24, 32))))
                .contains(List.of("match ip address prefix-list p-10"));
        assertThat(lists.lines()).containsExactly("ip prefix-list p-10 seq 5 permit 10.1.0.0/16 ge 24 le 26");
    }

    @Test
    void disjointPrefixConditionsNeverMatch() {
        assertThat(matches(AddressFamily.IPV4_UNICAST, true)
                        .of(List.of(prefix("10.0.0.0/8", 8, 16), prefix("10.1.0.0/16", 24, 32))))
                .isEmpty();
    }

    @Test
    void prefixesOfTheOtherFamilyAndOfEvpnNeverMatch() {
        List<Match> v4 = List.of(prefix("10.0.0.0/8", 8, 32));
        assertThat(matches(AddressFamily.IPV6_UNICAST, true).of(v4)).isEmpty();
        assertThat(matches(AddressFamily.L2VPN_EVPN, true).of(v4)).isEmpty();
    }

    @Test
    void communitiesOfOneTermMustAllBeThere() {
        matches(AddressFamily.IPV4_UNICAST, false)
                .of(List.of(
                        new Match.HasCommunity(new Community(65001, 2)), new Match.HasCommunity(Community.NO_EXPORT)));
        assertThat(lists.lines()).containsExactly("bgp community-list standard p-10 seq 5 permit 65001:2 no-export");
    }

    @Test
    void twoAsNumbersAreFoundInEitherOrder() {
        matches(AddressFamily.IPV4_UNICAST, false)
                .of(List.of(new Match.AsPathContains(new Asn(65001)), new Match.AsPathContains(new Asn(65002))));
        assertThat(lists.lines())
                .containsExactly(
                        "bgp as-path access-list p-10 seq 5 permit _65001_(.*_)?65002_",
                        "bgp as-path access-list p-10 seq 10 permit _65002_(.*_)?65001_");
    }

    @Test
    void nothingThatArrivesWasOriginatedHere() {
        List<Match> own = List.of(new Match.OriginatedHere());
        assertThat(matches(AddressFamily.IPV4_UNICAST, false).of(own)).isEmpty();
        assertThat(matches(AddressFamily.IPV4_UNICAST, true).of(own)).contains(List.of("match tag 1"));
    }
}
