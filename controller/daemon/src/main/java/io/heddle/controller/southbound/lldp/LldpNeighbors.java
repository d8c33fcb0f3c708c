package io.heddle.controller.southbound.lldp;

import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json;
import io.heddle.json.JsonText;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.topology.cabling.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what lldpcli printed. */
public final class LldpNeighbors {

    private LldpNeighbors() {}

    /**
     * The neighbours of a device. CDP and the like are passed over, as are neighbours that name no port.
     *
     * @throws BadField if the text has another form, with the place
     */
    public static List<Sighting> read(DeviceName device, byte[] text) throws BadField {
        try {
            return read(device, JsonText.read(text));
        } catch (JsonText.NotJson e) {
            throw new BadField(
                    device.value(), String.valueOf(e.getMessage()), "the output of `lldpcli -f json0 show neighbors`");
        }
    }

    /** The same from a value that was read already. */
    public static List<Sighting> read(DeviceName device, Json value) throws BadField {
        List<Sighting> sightings = new ArrayList<>();
        Fields whole = Fields.of(device.value(), value);
        if (whole.object().get("lldp").isEmpty()) {
            throw new BadField(whole.at("lldp"), "nothing", "the output of `lldpcli -f json0 show neighbors`");
        }
        for (Fields lldp : whole.objects("lldp")) {
            for (Fields each : lldp.objects("interface")) {
                if (each.text("via").orElse("LLDP").equals("LLDP")) {
                    sighting(device, each).ifPresent(sightings::add);
                }
            }
        }
        return sightings;
    }

    private static Optional<Sighting> sighting(DeviceName device, Fields each) throws BadField {
        PortName own = each.parsed("name", PortName::of)
                .orElseThrow(() -> new BadField(each.at("name"), "nothing", "the name of a port"));
        List<String> names = new ArrayList<>();
        for (Fields chassis : each.objects("chassis")) {
            names.addAll(values(chassis, "name"));
            names.addAll(values(chassis, "id"));
        }
        List<String> ports = new ArrayList<>();
        for (Fields port : each.objects("port")) {
            ports.addAll(values(port, "id"));
            ports.addAll(values(port, "descr"));
        }
        return names.isEmpty() || ports.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sighting(new PortRef(device, own), names.getFirst(), ports));
    }

    private static List<String> values(Fields of, String name) throws BadField {
        List<String> values = new ArrayList<>();
        for (Fields each : of.objects(name)) {
            each.text("value").filter(value -> !value.isBlank()).ifPresent(values::add);
        }
        return values;
    }
}
