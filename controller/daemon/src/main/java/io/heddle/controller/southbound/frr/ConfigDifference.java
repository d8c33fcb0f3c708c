package io.heddle.controller.southbound.frr;

import java.util.List;

/**
 * What a configuration would change, in FRR's words.
 *
 * @param delete lines that go, with their context as frr-reload prints it
 * @param add lines that come
 */
public record ConfigDifference(List<String> delete, List<String> add) {

    /** What FRR says on its own of host and version: frr-reload lists it, and reloading does not change it. */
    private static final List<String> ITS_OWN = List.of("ip forwarding", "ipv6 forwarding", "no hostname ");

    public ConfigDifference {
        delete = List.copyOf(delete);
        add = List.copyOf(add);
    }

    /** From what {@code frr-reload.py --test --stdout} prints. */
    static ConfigDifference parse(String output) {
        return new ConfigDifference(section(output, "Lines To Delete"), section(output, "Lines To Add"));
    }

    private static List<String> section(String output, String head) {
        return output.lines()
                .dropWhile(line -> !line.equals(head))
                .skip(2)
                .takeWhile(line -> !line.isBlank() && !line.startsWith("Lines To "))
                .filter(line -> ITS_OWN.stream().noneMatch(line::startsWith))
                .toList();
    }

    public boolean isEmpty() {
        return delete.isEmpty() && add.isEmpty();
    }

    /** A line each, with {@code -} or {@code +}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        delete.forEach(each -> text.append("- ").append(each).append('\n'));
        add.forEach(each -> text.append("+ ").append(each).append('\n'));
        return text.toString();
    }
}
