package io.heddle.bgp.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.model.net.Asn;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreferenceTest {

    private static final PathAttributes OWN = PathAttributes.originated(Origin.IGP);

    @Test
    void everyRouteIsBetterThanTheWorst() {
        AsPath longest =
                IntStream.range(0, 70_000).boxed().reduce(AsPath.EMPTY, (path, _) -> path.prepend(65001), (a, _) -> a);
        PathAttributes poor =
                PathAttributes.originated(Origin.INCOMPLETE).withLocalPref(0).withAsPath(longest);

        assertThat(Preference.of(poor, RouteSourceKind.INTERNAL)).isBetween(0L, Preference.WORST - 1);
    }

    @Test
    void theHighestLocalPrefBeatsTheNextWhateverThePath() {
        PathAttributes highest =
                OWN.withLocalPref(4_294_967_295L).withAsPath(AsPath.of(new Asn(1), new Asn(2), new Asn(3)));

        assertThat(Preference.of(highest, RouteSourceKind.EXTERNAL))
                .isLessThan(Preference.of(OWN.withLocalPref(4_294_967_294L), RouteSourceKind.EXTERNAL));
    }

    @Test
    void ebgpAndIbgpAreToldApartLaterOnly() {
        assertThat(Preference.of(OWN, RouteSourceKind.EXTERNAL))
                .isEqualTo(Preference.of(OWN, RouteSourceKind.INTERNAL))
                .isGreaterThan(Preference.of(OWN, RouteSourceKind.ORIGINATED));
    }

    @Test
    void sentOnIsTheRouteAsThePeerWillHaveIt() {
        PathAttributes here = OWN.withLocalPref(300).withAsPath(AsPath.of(new Asn(65001)));
        PathAttributes there = OWN.withAsPath(AsPath.of(new Asn(65000), new Asn(65001)));

        assertThat(Preference.ofSentOn(here)).isEqualTo(Preference.of(there, RouteSourceKind.EXTERNAL));
    }
}
