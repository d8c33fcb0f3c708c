package io.heddle.scenarios.scenario;

import io.heddle.topology.design.Design;
import io.heddle.topology.design.DesignReader;
import io.heddle.topology.design.Designs;
import io.heddle.topology.yaml.Format;
import io.heddle.topology.yaml.Nearest;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** The {@code design} of a scenario: a name, or a design written in place. */
final class DesignSection {

    private DesignSection() {}

    static Optional<Design> read(YamlNode section) {
        if (!section.isPresent()) {
            return Optional.empty();
        }
        if (section.isMapping()) {
            return section.peek(Format.KEY).isPresent() && !DesignReader.FORMAT.accepts(section)
                    ? Optional.empty()
                    : Designs.reader().read(section);
        }
        List<String> names = Designs.names();
        Optional<String> name = section.text("the name of a design, or a mapping");
        Optional<Design> design = name.flatMap(Designs::find);
        if (name.isPresent() && design.isEmpty()) {
            String expected = "one of " + String.join(", ", names);
            Nearest.to(name.get(), names)
                    .ifPresentOrElse(
                            near -> section.wrong(section.describe(), expected, "did you mean '" + near + "'?"),
                            () -> section.wrong(section.describe(), expected));
        }
        return design;
    }
}
