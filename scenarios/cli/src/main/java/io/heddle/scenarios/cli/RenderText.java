package io.heddle.scenarios.cli;

import io.heddle.render.Gap;
import io.heddle.render.target.DeviceRendering;
import io.heddle.render.target.FabricRendering;
import io.heddle.render.target.Target;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code heddle render} says. */
final class RenderText {

    /** More names, or more gaps of one target, than this are counted. */
    private static final int SHOWN = 4;

    private static final int SHOWN_GAPS = 12;

    private RenderText() {}

    static String summary(
            String name, Plan plan, String folder, List<FabricRendering> renderings, TreeChanges changes) {
        StringBuilder text = new StringBuilder();
        text.append(name)
                .append(" under ")
                .append(plan.design().name())
                .append(", into ")
                .append(folder)
                .append("\n\n");
        text.append("  target    devices    files      new  changed  removed  unchanged\n");
        for (FabricRendering each : renderings) {
            Target target = each.target();
            int files = each.devices().stream()
                    .mapToInt(device -> device.files().size())
                    .sum();
            text.append("  %-8s %8d %8d %8d %8d %8d %10d\n"
                    .formatted(
                            target,
                            each.devices().size(),
                            files,
                            TreeChanges.count(changes.added().keySet(), target),
                            TreeChanges.count(changes.changed().keySet(), target),
                            TreeChanges.count(changes.removed(), target),
                            TreeChanges.count(changes.unchanged(), target)));
        }
        section(text, "what a target cannot say", gaps(renderings));
        section(text, "not written", passedOver(renderings));
        section(text, "notes", plan.notes());
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(title).append('\n');
            lines.forEach(each -> text.append("  ").append(each).append('\n'));
        }
    }

    private static List<String> gaps(List<FabricRendering> renderings) {
        List<String> lines = new ArrayList<>();
        for (FabricRendering rendering : renderings) {
            Map<Gap, List<String>> devices = new LinkedHashMap<>();
            for (DeviceRendering device : rendering.devices()) {
                for (Gap gap : device.gaps()) {
                    devices.computeIfAbsent(gap, _ -> new ArrayList<>())
                            .add(device.device().value());
                }
            }
            int left = devices.size();
            for (Map.Entry<Gap, List<String>> each : devices.entrySet()) {
                if (devices.size() - left == SHOWN_GAPS) {
                    lines.add(rendering.target() + ": and " + left + " more");
                    break;
                }
                left--;
                lines.add(rendering.target() + ": " + each.getKey() + " (" + names(each.getValue()) + ")");
            }
        }
        return lines;
    }

    private static String names(List<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        String shown = distinct.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return distinct.size() > SHOWN ? shown + " and " + (distinct.size() - SHOWN) + " more" : shown;
    }

    private static List<String> passedOver(List<FabricRendering> renderings) {
        List<String> lines = new ArrayList<>();
        for (FabricRendering rendering : renderings) {
            rendering
                    .passedOver()
                    .forEach(
                            each -> lines.add(rendering.target() + ": " + each.devices() + ", since " + each.reason()));
        }
        return lines;
    }

    /** Why nothing was written. */
    static String refusal(RenderedTree tree, TreeChanges changes) {
        StringBuilder text =
                new StringBuilder("nothing written; " + changes.foreign().size()
                        + (changes.foreign().size() == 1 ? " file is" : " files are") + " in the way:");
        changes.foreign().stream().limit(SHOWN_GAPS).forEach(each -> text.append("\n  ")
                .append(tree.folder().resolve(each))
                .append(tree.wrote(each) ? ": edited since it was rendered" : ": not written by heddle render"));
        if (changes.foreign().size() > SHOWN_GAPS) {
            text.append("\n  and ")
                    .append(changes.foreign().size() - SHOWN_GAPS)
                    .append(" more");
        }
        return text.append("\n--check shows the differences, --force overwrites")
                .toString();
    }

    /** Every file that would change, line by line. */
    static String differences(RenderedTree tree, TreeChanges changes) throws InputException {
        StringBuilder text = new StringBuilder();
        for (String each : changes.added().keySet()) {
            text.append("new      ").append(each).append('\n');
        }
        for (String each : changes.removed()) {
            text.append("removed  ").append(each).append('\n');
        }
        for (Map.Entry<String, String> each : changes.changed().entrySet()) {
            text.append("changed  ").append(each.getKey());
            text.append(changes.foreign().contains(each.getKey()) ? " (not as it was rendered)\n" : "\n");
            LineDifference.of(tree.read(each.getKey()).orElse(""), each.getValue())
                    .forEach(line -> text.append("    ").append(line).append('\n'));
        }
        int same = changes.unchanged().size();
        text.append(changes.any() ? "" : "nothing to do; ").append(same).append(" files unchanged\n");
        return text.toString();
    }
}
