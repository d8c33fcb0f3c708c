package io.heddle.topology.file;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.RackName;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The {@code switches} section of a fabric written out in full. */
final class SwitchReader {

    static final Keys SWITCH = Keys.required("name", "role", "device", "ports").optional("rack", "plane", "group");

    private final FabricScope scope;

    SwitchReader(FabricScope scope) {
        this.scope = scope;
    }

    List<Switch> read(YamlNode section) {
        List<Switch> switches = new ArrayList<>();
        for (YamlNode each : section.list()) {
            readOne(each.mapping(SWITCH), switches);
        }
        return switches;
    }

    private void readOne(YamlMapping given, List<Switch> into) {
        List<DeviceName> names = Words.names(given.at("name"), "a switch name", DeviceName::of);
        List<DeviceName> fresh = names.stream()
                .filter(each -> scope.devices.declare(given.at("name"), each))
                .toList();
        Optional<SwitchRole> role = given.at("role").oneOf(SwitchRole.values());
        Optional<ProfileRef> profile = Words.profile(given.at("device"), scope);
        Optional<RackName> rack =
                Words.rack(given.at("rack")).filter(each -> scope.racks.check(given.at("rack"), each));
        OptionalInt plane = given.at("plane").integer(0, Sizes.SWITCHES_OF_A_KIND);
        OptionalInt group = given.at("group").integer(0, Sizes.SWITCHES_OF_A_KIND);
        List<Port> ports = new PortReader(scope, fresh).ports(given.at("ports"));
        if (role.isPresent() && profile.isPresent()) {
            for (DeviceName each : fresh) {
                into.add(new Switch(each, role.get(), profile.get(), rack, plane, group, ports));
            }
        }
    }
}
