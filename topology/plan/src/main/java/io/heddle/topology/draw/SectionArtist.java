package io.heddle.topology.draw;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Draws a section: its spines, centred over its columns; of many columns the first and the last, and all border columns. */
final class SectionArtist {

    static final double GAP_WIDTH = 92;
    private static final double SPACE = 14;

    private final Scene scene;
    private final Shown<Column> columns;
    private final List<Column> borders;
    private final SwitchRow spines;
    private final List<ColumnArtist> artists = new ArrayList<>();

    SectionArtist(Fabric fabric, Scene scene, Section section, int mostColumns, int mostSpines, boolean oneByOne) {
        this.scene = scene;
        columns = Shown.ofAbout(
                section.columns().stream().filter(each -> !each.isBorder()).toList(), mostColumns);
        borders = section.columns().stream().filter(Column::isBorder).toList();
        spines = new SwitchRow(fabric, scene, Spread.of(section.spines(), mostSpines, Switch::group));
        Stream.concat(columns.visible().stream(), borders.stream())
                .forEach(each -> artists.add(new ColumnArtist(fabric, scene, each, oneByOne)));
    }

    double width() {
        return Math.max(columnsWidth(), spines.width());
    }

    private double columnsWidth() {
        double width = artists.stream().mapToDouble(ColumnArtist::width).sum();
        int boxes = artists.size();
        if (!columns.hidden().isEmpty()) {
            width += GAP_WIDTH;
            boxes++;
        }
        return width + Math.max(0, boxes - 1) * SPACE;
    }

    void draw(double left, double spineY, double columnY, double columnHeight) {
        double middle = left + width() / 2;
        spines.draw(middle, spineY);
        double x = middle - columnsWidth() / 2;
        for (int i = 0; i < artists.size(); i++) {
            if (i == columns.first().size() && !columns.hidden().isEmpty()) {
                String count = ColumnArtist.count(columns.hidden().size());
                List<String> text =
                        List.of(count + " more", columns.hidden().getFirst().kind());
                scene.drawGap(new Box(x, columnY, GAP_WIDTH, columnHeight), text, switches(columns.hidden()));
                x += GAP_WIDTH + SPACE;
            }
            artists.get(i).draw(x, columnY, columnHeight);
            x += artists.get(i).width() + SPACE;
        }
    }

    static List<DeviceName> switches(List<Column> columns) {
        return columns.stream()
                .flatMap(each -> Stream.concat(each.leafs().stream(), each.outOfBand().stream()))
                .map(Switch::name)
                .toList();
    }
}
