package io.heddle.cni.ipam;

import io.heddle.cni.ipam.LedgerEvent.Attached;
import io.heddle.cni.ipam.LedgerEvent.Past;
import io.heddle.cni.ipam.LedgerEvent.Released;
import io.heddle.cni.ipam.LedgerEvent.Remembered;
import io.heddle.cni.spec.AttachmentKey;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events as the journal has them: {@code {"attached": {...}}}. */
final class EventJson {

    private EventJson() {}

    static Json.Members write(LedgerEvent event) {
        Map<String, Json> members = new LinkedHashMap<>();
        String name =
                switch (event) {
                    case Attached attached -> {
                        Allocation allocation = attached.allocation();
                        key(members, allocation.key());
                        members.put("network", Json.text(allocation.network()));
                        members.put(
                                "addresses",
                                Json.items(allocation.addresses().stream()
                                        .map(Json::text)
                                        .toList()));
                        members.put("mac", Json.text(allocation.mac()));
                        allocation.pod().ifPresent(pod -> members.put("pod", Json.text(pod)));
                        members.put("netns", Json.text(allocation.netns()));
                        members.put("since", Json.number(allocation.sinceMillis()));
                        yield "attached";
                    }
                    case Released released -> {
                        key(members, released.key());
                        members.put("at", Json.number(released.atMillis()));
                        yield "released";
                    }
                    case Remembered remembered -> {
                        members.put("address", Json.text(remembered.address()));
                        remembered.past().pod().ifPresent(pod -> members.put("pod", Json.text(pod)));
                        members.put("freed", Json.number(remembered.past().freedAtMillis()));
                        yield "remembered";
                    }
                };
        return new Json.Members(Map.of(name, new Json.Members(members)));
    }

    private static void key(Map<String, Json> members, AttachmentKey key) {
        members.put("container", Json.text(key.containerId()));
        members.put("interface", Json.text(key.interfaceName()));
    }

    static LedgerEvent read(Json value) throws BadField {
        Fields fields = Fields.of("", value);
        Optional<Fields> attached = fields.object("attached");
        if (attached.isPresent()) {
            return new Attached(allocation(attached.get()));
        }
        Optional<Fields> released = fields.object("released");
        if (released.isPresent()) {
            return new Released(key(released.get()), time(released.get(), "at"));
        }
        Optional<Fields> remembered = fields.object("remembered");
        if (remembered.isPresent()) {
            Fields each = remembered.get();
            return new Remembered(
                    IpAddress.parse(each.neededText("address")), new Past(each.text("pod"), time(each, "freed")));
        }
        throw new BadField("event", fields.object().members().keySet().toString(), "attached, released or remembered");
    }

    private static Allocation allocation(Fields fields) throws BadField {
        List<IpAddress> addresses = fields.list("addresses", IpAddress::parse);
        return new Allocation(
                key(fields),
                fields.neededText("network"),
                addresses,
                Mac.parse(fields.neededText("mac")),
                fields.text("pod"),
                fields.neededText("netns"),
                time(fields, "since"));
    }

    private static AttachmentKey key(Fields fields) throws BadField {
        return new AttachmentKey(fields.neededText("container"), fields.neededText("interface"));
    }

    private static long time(Fields fields, String name) throws BadField {
        return fields.number(name, Long.MIN_VALUE, Long.MAX_VALUE)
                .orElseThrow(() -> new BadField(fields.at(name), "nothing", "milliseconds since 1970"));
    }
}
