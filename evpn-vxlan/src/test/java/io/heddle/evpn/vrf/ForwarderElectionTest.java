package io.heddle.evpn.vrf;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.community.EvpnCommunity.DfElection;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForwarderElectionTest {

    private static final Esi SEGMENT = Esi.ofSystemMac(Mac.parse("44:38:39:ff:00:01"), 1);
    private static final IpAddress ONE = IpAddress.parse("10.0.0.101");
    private static final IpAddress TWO = IpAddress.parse("10.0.0.102");
    private static final IpAddress THREE = IpAddress.parse("10.0.0.103");

    private static ForwarderCandidate of(IpAddress vtep, int algorithm, int capabilities, int preference) {
        return new ForwarderCandidate(vtep, new DfElection(algorithm, capabilities, preference));
    }

    private static IpAddress elected(int tag, ForwarderCandidate... candidates) {
        IpAddress forwards = ForwarderElection.elect(List.of(candidates), SEGMENT, new EthernetTag(tag))
                .orElseThrow();
        assertThat(ForwarderElection.elect(List.of(candidates).reversed(), SEGMENT, new EthernetTag(tag)))
                .as("in any order")
                .contains(forwards);
        return forwards;
    }

    @Test
    void theModuloCountsInOrderOfAddresses() {
        ForwarderCandidate one = ForwarderCandidate.of(ONE);
        ForwarderCandidate two = ForwarderCandidate.of(TWO);
        ForwarderCandidate three = ForwarderCandidate.of(THREE);

        assertThat(elected(100, three, one, two)).isEqualTo(TWO);
        assertThat(elected(101, three, one, two)).isEqualTo(THREE);
        assertThat(elected(102, three, one, two)).isEqualTo(ONE);
        assertThat(elected(100, two)).isEqualTo(TWO);
        assertThat(ForwarderElection.elect(List.of(), SEGMENT, EthernetTag.NONE))
                .isEmpty();
    }

    @Test
    void whereNotAllWantTheSameTheModuloDecides() {
        assertThat(elected(
                        100,
                        of(ONE, DfElection.PREFERENCE, 0, 9),
                        ForwarderCandidate.of(TWO),
                        of(THREE, DfElection.PREFERENCE, 0, 1)))
                .isEqualTo(TWO);
    }

    @Test
    void theHighestPreferenceForwardsThenWhoMustNotBePreemptedThenTheLowestAddress() {
        int preference = DfElection.PREFERENCE;
        assertThat(elected(1, of(ONE, preference, 0, 5), of(TWO, preference, 0, 6), of(THREE, preference, 0, 6)))
                .isEqualTo(TWO);
        assertThat(elected(1, of(TWO, preference, 0, 6), of(THREE, preference, DfElection.DO_NOT_PREEMPT, 6)))
                .isEqualTo(THREE);
    }

    @Test
    void theHighestRandomWeightSpreadsTagsAndMovesOnlyThoseOfWhoLeaves() {
        Map<IpAddress, Integer> tags = new HashMap<>();
        ForwarderCandidate[] all = {of(ONE, 1, 0, 0), of(TWO, 1, 0, 0), of(THREE, 1, 0, 0)};
        for (int tag = 1; tag <= 3000; tag++) {
            IpAddress forwards = elected(tag, all);
            tags.merge(forwards, 1, Integer::sum);
            if (!forwards.equals(THREE)) {
                assertThat(elected(tag, all[0], all[1])).isEqualTo(forwards);
            }
        }
        assertThat(tags.values()).hasSize(3).allMatch(each -> each > 300);
    }

    @Test
    void theWeightIsTheFormulaOfTheStandard() {
        // CRC-32 of 14 zero octets bit by bit, apart from the class that the code uses.
        long crc = 0xFFFF_FFFFL;
        for (int i = 0; i < 14 * 8; i++) {
            crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xEDB8_8320L : crc >>> 1;
        }
        long digest = (crc ^ 0xFFFF_FFFFL) % (1L << 31);
        long inner = (1_103_515_245L * 5 + 12_345) % (1L << 31);
        long expected = (1_103_515_245L * (inner ^ digest) + 12_345) % (1L << 31);

        assertThat(ForwarderElection.weight(IpAddress.v4(5), new Esi(0, 0), EthernetTag.NONE))
                .isEqualTo(expected);
    }
}
