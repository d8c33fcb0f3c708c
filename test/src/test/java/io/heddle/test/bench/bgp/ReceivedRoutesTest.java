package io.heddle.test.bench.bgp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge of the race must see every route, and see when one is wrong. */
class ReceivedRoutesTest {

    @ParameterizedTest
    @ValueSource(strings = {"tab1k", "pod1k", "evpn1k", "etab1k", "3x1k", "rr2x1k", "evpn-rr2x1k", "rr2x1k-tab"})
    void whatIsEncodedIsReceived(String name) {
        Load load = Load.parse(name);
        ReceivedRoutes received = new ReceivedRoutes(load);
        for (int sender = 0; sender < load.senders(); sender++) {
            deliver(new UpdateEncoder(load, sender).table(), received);
        }

        assertThat(received.present()).isEqualTo(load.distinct());
    }

    @Test
    void routesOfSeveralSendersCountOnce() {
        Load load = Load.parse("3x1k-same");
        ReceivedRoutes received = new ReceivedRoutes(load);
        for (int sender = 0; sender < 3; sender++) {
            deliver(new UpdateEncoder(load, sender).table(), received);
        }

        assertThat(received.present()).isEqualTo(1_000);
    }

    @Test
    void podsOfANodeShareAMessage() {
        ReceivedRoutes received = new ReceivedRoutes(Load.parse("pod1k"));
        deliver(new UpdateEncoder(Load.parse("pod1k"), 0).table(), received);

        assertThat(received.updates()).isEqualTo(10);
    }

    @Test
    void aWithdrawnRouteIsGone() {
        ReceivedRoutes received = new ReceivedRoutes(Load.parse("pod1k"));
        deliver(new UpdateEncoder(Load.parse("pod1k"), 0).table(), received);
        received.update(new byte[] {0, 5, 32, 100, 0, 0, 7, 0, 0}, 0, 9);

        assertThat(received.present()).isEqualTo(999);
    }

    @Test
    void aChangedNextHopIsFound() {
        Load load = Load.parse("pod1k");
        ByteBuffer messages = new UpdateEncoder(load, 0).announce(0, 1);
        // header 19, two lengths, ORIGIN 4, empty AS_PATH 3, three octets of NEXT_HOP's header
        messages.put(19 + 4 + 4 + 3 + 3, (byte) 10);

        assertThatThrownBy(() -> deliver(messages, new ReceivedRoutes(load)))
                .hasMessageContaining("next hop")
                .hasMessageContaining("route 0 came");
    }

    @Test
    void aRouteThatNobodySentIsFound() {
        ReceivedRoutes received = new ReceivedRoutes(Load.parse("pod1k"));

        assertThatThrownBy(() -> received.update(new byte[] {0, 0, 0, 0, 32, 9, 0, 0, 7}, 0, 9))
                .hasMessageContaining("nobody sent");
    }

    @Test
    void injectedRoutesHaveNoSenderAndAreWaitedForAllTheSame() {
        Load load = Load.parse("inject2k");

        assertThat(load.isInjected()).isTrue();
        assertThat(load.distinct()).isEqualTo(2_000);
    }

    @Test
    void anUnknownLoadIsRejected() {
        assertThatThrownBy(() -> Load.parse("pods1m")).hasMessageContaining("pods1m");
    }

    private static void deliver(ByteBuffer messages, ReceivedRoutes received) {
        byte[] bytes = new byte[messages.remaining()];
        messages.get(bytes);
        for (int at = 0; at < bytes.length; ) {
            int length = (bytes[at + 16] & 0xFF) << 8 | bytes[at + 17] & 0xFF;
            received.update(bytes, at + Messages.HEADER, at + length);
            at += length;
        }
    }
}
