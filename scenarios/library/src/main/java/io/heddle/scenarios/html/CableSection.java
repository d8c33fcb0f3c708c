package io.heddle.scenarios.html;

import io.heddle.model.fabric.Fabric;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.topology.export.CsvTable;
import io.heddle.topology.export.Exports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cables by purpose and speed, and what to buy: sums of the exported lists. */
final class CableSection {

    private CableSection() {}

    static void write(Html html, Fabric fabric) {
        html.open("section").element("h3", "Cables");
        List<CsvTable> lists = Exports.of(fabric);
        cables(html, list(lists, "cabling"));
        bill(html, list(lists, "bill-of-materials"));
        html.element("p", "Every single cable is in the list that heddle topology --csv writes.", "class", "note");
        html.close("section");
    }

    private static CsvTable list(List<CsvTable> lists, String name) {
        return lists.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no list " + name + " is exported"));
    }

    private static void cables(Html html, CsvTable cabling) {
        int purpose = cabling.header().indexOf("purpose");
        int speed = cabling.header().indexOf("speed");
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        cabling.rows().forEach(row -> counts.merge(List.of(row.get(purpose), row.get(speed)), 1, Integer::sum));
        Grid grid = Grid.open(html, "cables", List.of("Purpose", "Speed#", "Cables#"));
        counts.forEach((kind, count) -> grid.row(Mark.PLAIN)
                .cell(kind.getFirst())
                .cell(kind.getLast())
                .cell(Numbers.of(count))
                .endRow());
        grid.close();
    }

    private static void bill(Html html, CsvTable bill) {
        html.element("h4", "What to buy");
        Grid grid = Grid.open(html, "bill", List.of("Category", "Item", "Detail", "Count#"));
        for (List<String> row : bill.rows()) {
            grid.row(Mark.PLAIN).cell(row.get(0)).cell(row.get(1)).cell(row.get(2));
            grid.cell(Numbers.of(Long.parseLong(row.get(3)))).endRow();
        }
        grid.close();
    }
}
