package io.heddle.topology.draw;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws a fabric. */
public final class FabricDrawing {

    private static final double LEFT = 176;
    private static final double MARGIN = 24;
    private static final double SECTION_SPACE = 34;
    private static final double SECTION_GAP = 120;
    private static final int MOST_SECTIONS = 2;
    private static final int MOST_SWITCHES = 8;
    private static final int MOST_COLUMNS = 8;
    private static final int FEWEST_COLUMNS = 2;
    /** Wider than this a picture is hard to read on a page. */
    private static final double ROOM = 1250;

    private static final int MOST_NODES = 16;
    private static final int MOST_ROOMY = 2;

    private final Fabric fabric;
    private final Scene scene;
    private final Highlight highlight;
    private final Columns cut;
    private final Shown<Section> sections;
    private final List<SectionArtist> artists;
    private final SwitchRow superSpines;
    private final SwitchRow sharedOutOfBand;
    private final boolean oneByOne;
    private final boolean withOutOfBand;

    private FabricDrawing(Fabric fabric, Highlight highlight) {
        this.fabric = fabric;
        this.highlight = highlight;
        scene = new Scene(highlight);
        cut = new Columns(fabric);
        List<Column> columns = cut.list();
        oneByOne = columns.size() <= MOST_ROOMY
                && columns.stream().allMatch(each -> each.nodes().size() <= MOST_NODES);
        withOutOfBand = columns.stream().anyMatch(each -> !each.outOfBand().isEmpty());
        sections = Shown.of(Sections.of(fabric, columns), MOST_SECTIONS);
        artists = artists();
        superSpines =
                new SwitchRow(fabric, scene, Spread.of(withRole(SwitchRole.SUPER_SPINE), MOST_SWITCHES, Switch::plane));
        sharedOutOfBand = new SwitchRow(fabric, scene, Shown.ofAbout(cut.sharedOutOfBand(), MOST_SWITCHES));
    }

    /** A self-contained SVG document. The same fabric and highlight give the same text. */
    public static String svg(Fabric fabric, Highlight highlight) {
        return new FabricDrawing(fabric, highlight).draw();
    }

    /** As many columns as there is room for. */
    private List<SectionArtist> artists() {
        List<Section> visible = sections.visible();
        int mostSpines = visible.size() == 1 ? MOST_SWITCHES : MOST_SWITCHES / 2;
        int mostColumns = MOST_COLUMNS;
        while (true) {
            int most = mostColumns--;
            List<SectionArtist> made = visible.stream()
                    .map(each -> new SectionArtist(fabric, scene, each, most, mostSpines, oneByOne))
                    .toList();
            double width = made.stream().mapToDouble(SectionArtist::width).sum();
            if (width <= ROOM || most == FEWEST_COLUMNS) {
                return made;
            }
        }
    }

    private String draw() {
        double inner = innerWidth();
        double width = Math.max(LEFT + inner + MARGIN, 700);
        double rise = Math.clamp(inner * 0.09, 76, 150);
        double y = drawTitle();
        y = drawTop(inner, y, rise);
        double spineY = y;
        List<Switch> spines = withRole(SwitchRole.SPINE);
        if (!spines.isEmpty()) {
            label("spines", spines, y);
            y += scene.switchHeight() + rise;
        }
        double height = ColumnArtist.height(scene, oneByOne, withOutOfBand);
        drawSections(inner, spineY, y, height);
        List<Switch> leafs =
                fabric.switches().stream().filter(each -> each.role().isLeaf()).toList();
        if (!leafs.isEmpty()) {
            label("leafs", leafs, y + 14);
        }
        List<Switch> managing = withRole(SwitchRole.OUT_OF_BAND);
        managing.removeAll(cut.sharedOutOfBand());
        if (!managing.isEmpty()) {
            label("out-of-band", managing, y + height - ColumnArtist.BELOW_OUT_OF_BAND - scene.switchHeight());
        }
        y += height;
        if (!cut.sharedOutOfBand().isEmpty()) {
            y += 44;
            label("out-of-band", cut.sharedOutOfBand(), y);
            sharedOutOfBand.draw(LEFT + inner / 2, y);
            y += scene.switchHeight();
        }
        Set<Cord> cords = new CableArtist(scene, fabric).draw();
        double end = Legend.draw(scene.canvas(), cords, highlight.meaning(), MARGIN, y + 36, width - MARGIN);
        return scene.canvas().svg(width, end + 18, "Fabric " + fabric.name() + ": " + summary());
    }

    private double innerWidth() {
        double sectionsWidth = (artists.size() - 1) * SECTION_SPACE;
        for (SectionArtist each : artists) {
            sectionsWidth += each.width();
        }
        if (!sections.hidden().isEmpty()) {
            sectionsWidth += SECTION_GAP + SECTION_SPACE;
        }
        return Math.max(Math.max(sectionsWidth, superSpines.width()), sharedOutOfBand.width());
    }

    private double drawTitle() {
        scene.canvas().text(MARGIN, 30, fabric.name(), 17, Scene.DARK, Canvas.Anchor.START, true);
        scene.canvas().text(MARGIN, 48, summary(), 12, Scene.GREY, Canvas.Anchor.START, false);
        return 74;
    }

    private String summary() {
        List<String> parts = new ArrayList<>();
        parts.add(ColumnArtist.count(fabric.switches().size())
                + (fabric.switches().size() == 1 ? " switch" : " switches"));
        parts.add(ColumnArtist.count(fabric.nodes().size(), "node"));
        int gpus = fabric.nodes().stream().mapToInt(Node::gpus).sum();
        if (gpus > 0) {
            parts.add(ColumnArtist.count(gpus, "GPU"));
        }
        parts.add(ColumnArtist.count(fabric.links().size(), "cable"));
        return String.join(" · ", parts);
    }

    /** External routers that hang on no leaf, then super-spines; returns where the next tier goes. */
    private double drawTop(double inner, double top, double rise) {
        double y = top;
        if (!cut.looseExits().isEmpty()) {
            double x = LEFT
                    + (inner
                                    - cut.looseExits().stream()
                                            .mapToDouble(each -> Scene.boxWidth(each.router()) + 12)
                                            .sum())
                            / 2;
            for (ExternalExit each : cut.looseExits()) {
                x = ColumnArtist.drawExit(scene, each, x, y) + 12;
            }
            y += 40 + rise / 2;
        }
        List<Switch> switches = withRole(SwitchRole.SUPER_SPINE);
        if (!switches.isEmpty()) {
            label("super-spines", switches, y);
            superSpines.draw(LEFT + inner / 2, y);
            y += scene.switchHeight() + rise;
        }
        return y;
    }

    private void drawSections(double inner, double spineY, double columnY, double height) {
        double total =
                (artists.size() - 1) * SECTION_SPACE + (sections.hidden().isEmpty() ? 0 : SECTION_GAP + SECTION_SPACE);
        for (SectionArtist each : artists) {
            total += each.width();
        }
        double x = LEFT + (inner - total) / 2;
        for (int i = 0; i < artists.size(); i++) {
            if (i == sections.first().size() && !sections.hidden().isEmpty()) {
                drawHidden(new Box(x, spineY, SECTION_GAP, columnY + height - spineY));
                x += SECTION_GAP + SECTION_SPACE;
            }
            artists.get(i).draw(x, spineY, columnY, height);
            x += artists.get(i).width() + SECTION_SPACE;
        }
    }

    private void drawHidden(Box box) {
        List<Column> columns = sections.hidden().stream()
                .map(Section::columns)
                .flatMap(List::stream)
                .toList();
        List<Switch> spines = sections.hidden().stream()
                .map(Section::spines)
                .flatMap(List::stream)
                .toList();
        List<DeviceName> devices = new ArrayList<>(SectionArtist.switches(columns));
        spines.forEach(each -> devices.add(each.name()));
        scene.drawGap(
                box,
                List.of(
                        ColumnArtist.count(sections.hidden().size(), "more group"),
                        ColumnArtist.count(spines.size(), "spine"),
                        ColumnArtist.count(columns.size()) + " "
                                + (columns.isEmpty()
                                        ? "racks"
                                        : columns.getFirst().kind())),
                devices);
    }

    private void label(String title, List<Switch> switches, double y) {
        new TierLabels(fabric).draw(scene.canvas(), title, switches, MARGIN, y + 12);
    }

    private List<Switch> withRole(SwitchRole role) {
        return fabric.switches().stream()
                .filter(each -> each.role() == role)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
