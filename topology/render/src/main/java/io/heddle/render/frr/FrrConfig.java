package io.heddle.render.frr;

import io.heddle.render.Gap;
import java.util.List;
import java.util.function.Predicate;

/** A router's FRR configuration, in sections. */
public record FrrConfig(List<FrrSection> sections, List<Gap> gaps) {

    public FrrConfig {
        sections = List.copyOf(sections);
        gaps = List.copyOf(gaps);
    }

    /** The integrated {@code /etc/frr/frr.conf}. */
    public String text() {
        return text(_ -> true);
    }

    /** What one daemon understands of it, for its own start file. */
    public String text(FrrDaemon daemon) {
        return text(each -> each.daemons().contains(daemon));
    }

    private String text(Predicate<FrrSection> wanted) {
        StringBuilder text = new StringBuilder();
        for (FrrSection section : sections) {
            if (wanted.test(section)) {
                section.lines().forEach(line -> text.append(line).append('\n'));
                text.append("!\n");
            }
        }
        return text.toString();
    }
}
