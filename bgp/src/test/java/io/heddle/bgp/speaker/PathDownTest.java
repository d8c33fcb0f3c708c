package io.heddle.bgp.speaker;

import static io.heddle.bgp.virtual.Lab.OWN;
import static io.heddle.bgp.virtual.Lab.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.session.RestartConfig;
import io.heddle.bgp.virtual.Lab;
import io.heddle.model.net.Asn;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** RFC 5882: what BFD's word does to a session. */
class PathDownTest {

    private static final String PREFIX = "10.9.1.0/24";

    private final Lab lab = new Lab();

    /** 2 announces a prefix to 1, where it is peer 0; both keep routes over NOTIFICATIONs. */
    @BeforeEach
    void establish() {
        UnaryOperator<SpeakerPeer> restart = Lab.session(each -> each.withRestart(RestartConfig.DEFAULT));
        lab.add(1, OWN);
        lab.add(2, new Asn(65002));
        lab.join(2, PLAIN, 1, PLAIN, restart, restart);
        lab.pass(5);
        lab.originate(2, PREFIX);
        lab.pass(1);
        assertThat(lab.route(1, PREFIX)).isPresent();
    }

    @Test
    void theSessionEndsByTheCeaseForItAndComesBack() {
        lab.speaker(1).pathDown(0, false, lab.network.now());

        assertThat(lab.status(1, 0).isEstablished()).isFalse();
        assertThat(lab.status(1, 0).reason()).contains("BFD down");
        lab.network.runUntil(lab.network.now() + Lab.SECOND / 2);
        assertThat(lab.status(2, 0).lastError()).get().asString().contains("BFD down");
        lab.pass(60);
        assertThat(lab.status(1, 0).isEstablished()).isTrue();
    }

    @Test
    void routesStayWhereItMayBeARestart() {
        lab.speaker(1).pathDown(0, false, lab.network.now());

        assertThat(lab.route(1, PREFIX)).isPresent();
    }

    @Test
    void routesGoWherePacketsAreLostForCertain() {
        lab.speaker(1).pathDown(0, true, lab.network.now());
        lab.network.runUntil(lab.network.now() + Lab.SECOND / 2);

        assertThat(lab.route(1, PREFIX)).isEmpty();
    }

    @Test
    void aSessionThatIsNotUpIsLeftAlone() {
        lab.reset(1, 0, 5);
        String before = lab.status(1, 0).reason();
        lab.speaker(1).pathDown(0, true, lab.network.now());
        lab.speaker(1).pathDown(7, true, lab.network.now());

        assertThat(lab.status(1, 0).reason()).isEqualTo(before);
    }
}
