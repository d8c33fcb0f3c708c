package io.heddle.test.fabrics;

import java.util.ArrayList;
import java.util.List;

/** Sessions by address over VLANs: nodes with leafs, leafs with leafs, nodes with nodes. */
final class RandomVlanSessions {

    private RandomVlanSessions() {}

    static void add(Draft draft) {
        Dice dice = draft.dice;
        double among = dice.pick(List.of(0.05, 0.3));
        List<Draft.Place> places = new ArrayList<>(draft.addresses.keySet());
        places.removeIf(each -> !draft.speakers.containsKey(each.router()));
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                Draft.Place one = places.get(i);
                Draft.Place other = places.get(j);
                boolean mixed = draft.nodes.contains(one.router()) != draft.nodes.contains(other.router());
                if (one.vlan() == other.vlan()
                        && !one.router().equals(other.router())
                        && dice.chance(mixed ? 0.5 : among)) {
                    peer(draft, one, other);
                }
            }
        }
    }

    private static void peer(Draft draft, Draft.Place one, Draft.Place other) {
        tell(draft, one, other);
        if (draft.dice.chance(0.95)) {
            tell(draft, other, one);
        }
    }

    private static void tell(Draft draft, Draft.Place self, Draft.Place peer) {
        long remoteAs = draft.dice.chance(0.97) ? draft.asOf(peer.router()) : 64999;
        draft.sketch
                .bgp(self.router())
                .group(draft.policies.group(draft.nodes.contains(peer.router()) ? 0.6 : 0.2))
                .peerAt(draft.addressAt(peer), peer.router(), remoteAs);
    }
}
