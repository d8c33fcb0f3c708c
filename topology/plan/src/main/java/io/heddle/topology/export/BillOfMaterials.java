package io.heddle.topology.export;

import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.fabric.Switch;
import io.heddle.model.net.Bandwidth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What to buy: switches by model, nodes by kind, cards by their ports, cables by speed and length class, optics. */
final class BillOfMaterials {

    /** Slower cables are twisted pairs. */
    private static final Bandwidth TWISTED_PAIR_BELOW = Bandwidth.gigabits(10);

    private record Item(String category, String item, String detail) {}

    private final Fabric fabric;
    private final Map<Item, Integer> counts = new LinkedHashMap<>();

    private BillOfMaterials(Fabric fabric) {
        this.fabric = fabric;
    }

    static CsvTable of(Fabric fabric) {
        BillOfMaterials bill = new BillOfMaterials(fabric);
        fabric.switches().forEach(bill::addSwitch);
        fabric.nodes().forEach(bill::addNode);
        fabric.nodes().forEach(node -> node.cards().forEach(bill::addCard));
        bill.addCables();
        List<List<String>> rows = new ArrayList<>();
        bill.counts.forEach((item, count) ->
                rows.add(List.of(item.category(), item.item(), item.detail(), Integer.toString(count))));
        return new CsvTable("bill-of-materials", List.of("category", "item", "detail", "count"), rows);
    }

    private void add(String category, String item, String detail, int count) {
        counts.merge(new Item(category, item, detail), count, Integer::sum);
    }

    private void addSwitch(Switch each) {
        add("switch", each.profile().device(), each.profile().os(), 1);
    }

    private void addNode(Node each) {
        add("node", each.kind(), each.gpus() == 0 ? "" : each.gpus() + " GPUs", 1);
    }

    private void addCard(Card card) {
        Map<Bandwidth, Long> speeds =
                card.ports().stream().collect(Collectors.groupingBy(Port::speed, TreeMap::new, Collectors.counting()));
        String item = speeds.entrySet().stream()
                .map(each -> each.getValue() + "x" + each.getKey())
                .collect(Collectors.joining(" + "));
        add("network-card", item, "", 1);
    }

    private void addCables() {
        Inventory inventory = new Inventory(fabric);
        PortIndex ports = PortIndex.of(fabric);
        Map<Bandwidth, int[]> bySpeed = new TreeMap<>();
        for (Link link : fabric.links()) {
            bySpeed.computeIfAbsent(ports.speed(link), each -> new int[2])[inventory.staysInRack(link) ? 0 : 1]++;
        }
        bySpeed.forEach((speed, count) -> {
            boolean twistedPair = speed.compareTo(TWISTED_PAIR_BELOW) < 0;
            addCable(speed, twistedPair ? "twisted pair" : "direct attach copper", " within a rack", count[0]);
            addCable(speed, twistedPair ? "twisted pair" : "fibre", " between racks", count[1]);
        });
        bySpeed.forEach((speed, count) -> {
            if (count[1] > 0 && speed.compareTo(TWISTED_PAIR_BELOW) >= 0) {
                add("optic", speed.toString(), "two for each fibre", 2 * count[1]);
            }
        });
    }

    private void addCable(Bandwidth speed, String medium, String where, int count) {
        if (count > 0) {
            add("cable", speed.toString(), medium + where, count);
        }
    }
}
