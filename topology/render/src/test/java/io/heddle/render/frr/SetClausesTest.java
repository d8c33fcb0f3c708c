package io.heddle.render.frr;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.Action;
import io.heddle.model.config.Community;
import io.heddle.model.net.Asn;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetClausesTest {

    private final MatchLists lists = new MatchLists();

    private List<String> of(Action... actions) {
        return SetClauses.of(List.of(actions), new Asn(65001), lists, "p-10");
    }

    @Test
    void theLastOfSeveralCounts() {
        assertThat(of(new Action.SetMed(1), new Action.SetMed(2))).containsExactly("set metric 2");
    }

    @Test
    void prependsAddUp() {
        assertThat(of(new Action.PrependOwnAs(1), new Action.PrependOwnAs(2)))
                .containsExactly("set as-path prepend 65001 65001 65001");
    }

    @Test
    void aCommunityAddedAndThenRemovedIsRemoved() {
        Community community = new Community(65001, 7);
        assertThat(of(new Action.AddCommunity(community), new Action.RemoveCommunity(community)))
                .containsExactly("set comm-list p-10-remove delete");
        assertThat(of(new Action.RemoveCommunity(community), new Action.AddCommunity(community)))
                .containsExactly("set community 65001:7 additive");
    }
}
