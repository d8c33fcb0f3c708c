package io.heddle.scenarios.scenario;

import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.catalogue.LimitOverride;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The {@code devices} section: files of own devices, and single limits set otherwise. */
final class DeviceSection {

    static final Keys DEVICES = Keys.of("files", "limits");

    private static final int MOST = (16 << 20) + 1;

    private DeviceSection() {}

    static DeviceCatalogue read(YamlNode section, NamedFiles named) {
        YamlMapping given = section.mapping(DEVICES);
        DeviceCatalogue devices = DeviceCatalogue.builtIn();
        for (YamlNode each : given.at("files").list()) {
            devices = withFile(devices, each, named);
        }
        for (YamlNode each : given.at("limits").list()) {
            DeviceCatalogue before = devices;
            Optional<DeviceCatalogue> after = each.parse(
                    "a form like dell-s5248f/os10/default:remote_vtep=256",
                    text -> before.withOverrides(List.of(LimitOverride.parse(text))));
            devices = after.orElse(before);
        }
        return devices;
    }

    private static DeviceCatalogue withFile(DeviceCatalogue devices, YamlNode name, NamedFiles named) {
        Optional<String> file = name.text("the name of a file beside this one");
        if (file.isEmpty()) {
            return devices;
        }
        try (InputStream in = named.files().open(file.get())) {
            String text = new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
            return devices.withText(named.files().display(file.get()), text, name.problems());
        } catch (IOException e) {
            name.wrong(name.describe() + ", which cannot be read", "the name of a file beside this one");
            return devices;
        }
    }
}
