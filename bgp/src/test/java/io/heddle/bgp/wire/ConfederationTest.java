package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AttributeSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Confederation segments (RFC 5065 sections 3 to 5): inside they are at home, outside they are an error and never sent. */
class ConfederationTest {

    private static final String MEMBERS = "40 02 10 03 01 0000fc01 02 02 0000fde9 0000fdea";

    private static SessionOptions session(boolean external, boolean confederation, boolean fourOctetAs) {
        return new SessionOptions(
                external,
                confederation,
                fourOctetAs,
                4096,
                Set.of(AddressFamilyId.IPV4_UNICAST),
                Set.of(),
                Set.of(),
                Set.of());
    }

    private static Judgement received(String asPath, SessionOptions options) {
        return Judgement.of(
                RawUpdate.of("", RawUpdate.ORIGIN + asPath + RawUpdate.NEXT_HOP + RawUpdate.LOCAL_PREF, RawUpdate.NLRI),
                options);
    }

    private static AttributeSet sent(AttributeSet set, SessionOptions from, SessionOptions to) {
        AttributeEncoder encoder = new AttributeEncoder(from);
        int length = encoder.encode(set, true);
        return switch (AttributeDecoder.decode(encoder.bytes(), 0, length, to)) {
            case AttributeOutcome.Usable usable -> usable.attributes();
            case AttributeOutcome.Withdraw withdraw -> throw new AssertionError(withdraw);
            case AttributeOutcome.Reset reset -> throw new AssertionError(reset);
        };
    }

    @Test
    void betweenMemberAsesSegmentsAndLocalPrefAreAtHome() {
        SessionOptions members = session(true, true, true);
        Judgement judged = received(MEMBERS, members);
        AttributeSet set = Objects.requireNonNull(judged.attributes());

        assertThat(judged.kind()).isEqualTo(Judgement.Kind.SOUND);
        assertThat(set.core().asPath()).hasToString("(64513) 65001 65002");
        assertThat(sent(set, members, members)).isEqualTo(set);
    }

    @Test
    void fromElsewhereTheyAreAnError() {
        assertThat(received(MEMBERS, session(true, false, true)).kind()).isEqualTo(Judgement.Kind.TREAT_AS_WITHDRAW);
        assertThat(received(MEMBERS, session(false, false, true)).kind()).isEqualTo(Judgement.Kind.TREAT_AS_WITHDRAW);
    }

    @Test
    void theyAreNotSentOutside() {
        AttributeSet set = Objects.requireNonNull(
                received(MEMBERS, session(true, true, true)).attributes());
        SessionOptions outside = session(true, false, true);

        assertThat(sent(set, outside, outside).core().asPath()).hasToString("65001 65002");
    }

    @Test
    void anOldMemberKeepsThemInFrontOfTheRealPath() {
        SessionOptions old = session(true, true, false);
        AttributeSet set =
                Objects.requireNonNull(received("40 02 08 03 01 fc01 02 01 5ba0 c0 11 06 02 01 fa56ea01", old)
                        .attributes());

        assertThat(set.core().asPath()).hasToString("(64513) 4200000001");
        assertThat(sent(set, old, old)).isEqualTo(set);
    }
}
