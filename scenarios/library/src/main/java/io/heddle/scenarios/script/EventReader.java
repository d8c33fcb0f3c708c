package io.heddle.scenarios.script;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.simulator.timeline.Beyond;
import io.heddle.simulator.timeline.Notice;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads one event: a mapping with the key of what happens, {@code at}, and what that kind may have besides. */
final class EventReader {

    private static final Map<String, Keys> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("fail", Keys.required("fail").optional("at", "silently")),
            Map.entry("repair", Keys.required("repair").optional("at")),
            Map.entry("kill", Keys.required("kill").optional("at")),
            Map.entry("restart", Keys.required("restart").optional("at")),
            Map.entry("drain", Keys.required("drain").optional("at")),
            Map.entry("undrain", Keys.required("undrain").optional("at")),
            Map.entry("flap", Keys.required("flap").optional("at", "times", "every")),
            Map.entry("upgrade", Keys.required("upgrade").optional("at", "drained", "down", "pause")),
            Map.entry("start-pods", Keys.required("start-pods", "first").optional("at", "count", "every", "taken")),
            Map.entry("start-job", Keys.required("start-job").optional("at", "per-node", "every")),
            Map.entry("stop-pods", Keys.required("stop-pods").optional("at", "every")),
            Map.entry("stop-pod", Keys.required("stop-pod").optional("at")),
            Map.entry("replace-pods", Keys.required("replace-pods").optional("at", "every")),
            Map.entry("move-pod", Keys.required("move-pod", "to").optional("at", "mac")),
            Map.entry("stop-controllers", Keys.required("stop-controllers").optional("at", "silently")),
            Map.entry("start-controllers", Keys.required("start-controllers").optional("at")),
            Map.entry(
                    "cut-controllers", Keys.required("cut-controllers", "from").optional("at")),
            Map.entry(
                    "join-controllers", Keys.required("join-controllers", "to").optional("at")),
            Map.entry("stop-store", Keys.required("stop-store").optional("at")),
            Map.entry("start-store", Keys.required("start-store").optional("at"))));

    private static final String DEVICE = "the name of a device";
    private static final int MOST = 100_000;
    private static final SimTime SECOND = SimTime.ofMillis(1_000);

    private final YamlMapping given;

    private EventReader(YamlMapping given) {
        this.given = given;
    }

    static Optional<Event> read(YamlNode node) {
        List<Map.Entry<String, Keys>> kinds = KINDS.entrySet().stream()
                .filter(each -> node.peek(each.getKey()).isPresent())
                .toList();
        if (kinds.size() != 1) {
            node.wrong(
                    kinds.isEmpty()
                            ? "nothing that happens"
                            : String.join(
                                    " and ",
                                    kinds.stream().map(Map.Entry::getKey).toList()),
                    "one of " + String.join(", ", KINDS.keySet()));
            return Optional.empty();
        }
        String kind = kinds.getFirst().getKey();
        YamlMapping given = node.mapping(kinds.getFirst().getValue());
        EventReader reader = new EventReader(given);
        SimTime at = reader.time("at", SimTime.ZERO);
        return reader.action(kind).map(action -> new Event(Origin.of(given.at(kind)), at, action));
    }

    private Optional<? extends Action> action(String kind) {
        return switch (kind) {
            case "fail" -> part(kind).map(part -> new Action.Fail(part, notice()));
            case "repair" -> part(kind).map(Action.Repair::new);
            case "kill" -> device(kind).map(Action.Kill::new);
            case "restart" -> device(kind).map(Action.Restart::new);
            case "drain" -> device(kind).map(Action.Drain::new);
            case "undrain" -> device(kind).map(Action.Undrain::new);
            case "flap" ->
                part(kind)
                        .map(part ->
                                new Action.Flap(part, given.at("times").integer(1, MOST, 3), time("every", SECOND)));
            case "upgrade" -> upgrade();
            case "start-pods" -> startPods();
            case "start-job" -> {
                OptionalInt ranks = given.at(kind).integer(1, MOST);
                int perNode = given.at("per-node").integer(1, MOST, 1);
                SimTime every = time("every", SimTime.ZERO);
                yield ranks.isPresent()
                        ? Optional.of(new Action.StartJob(ranks.getAsInt(), perNode, every))
                        : Optional.empty();
            }
            case "stop-pods" -> device(kind).map(node -> new Action.StopPods(node, time("every", SimTime.ZERO)));
            case "stop-pod" -> address(kind).map(Action.StopPod::new);
            case "replace-pods" -> device(kind).map(node -> new Action.ReplacePods(node, time("every", SECOND)));
            case "move-pod" -> movePod();
            case "stop-controllers" -> controllers(kind).map(each -> new Action.StopControllers(each, notice()));
            case "start-controllers" -> controllers(kind).map(Action.StartControllers::new);
            case "cut-controllers" -> {
                Optional<Beyond> from = beyond("from");
                yield controllers(kind).flatMap(each -> from.map(it -> new Action.CutControllers(each, it)));
            }
            case "join-controllers" -> {
                Optional<Beyond> to = beyond("to");
                yield controllers(kind).flatMap(each -> to.map(it -> new Action.JoinControllers(each, it)));
            }
            case "stop-store" -> majority(kind).map(_ -> new Action.StopStore());
            case "start-store" -> majority(kind).map(_ -> new Action.StartStore());
            default -> throw new IllegalStateException(kind);
        };
    }

    private Notice notice() {
        return given.at("silently").bool(false) ? Notice.SILENT : Notice.CARRIER;
    }

    private Optional<Action> upgrade() {
        List<DeviceName> devices = given.at("upgrade").list(each -> each.parse(DEVICE, DeviceName::of));
        if (devices.isEmpty()) {
            given.at("upgrade").wrong("no device", "a list of switches, upgraded in this order");
            return Optional.empty();
        }
        return Optional.of(new Action.Upgrade(
                devices,
                time("drained", SimTime.ofSeconds(5)),
                time("down", SimTime.ofSeconds(60)),
                time("pause", SimTime.ofSeconds(30))));
    }

    private Optional<Action> startPods() {
        Optional<DeviceName> node = device("start-pods");
        Optional<IpAddress> first = address("first");
        int count = given.at("count").integer(1, MOST, 1);
        boolean taken = given.at("taken").bool(false);
        SimTime every = time("every", SimTime.ZERO);
        return node.isPresent() && first.isPresent()
                ? Optional.of(new Action.StartPods(node.get(), first.get(), count, every, taken))
                : Optional.empty();
    }

    private Optional<Action> movePod() {
        Optional<IpAddress> pod = address("move-pod");
        Optional<DeviceName> to = device("to");
        Optional<Mac> mac = given.at("mac").parse("a MAC address such as 0a:58:0a:00:00:01", Mac::parse);
        return pod.isPresent() && to.isPresent()
                ? Optional.of(new Action.MovePod(pod.get(), to.get(), mac))
                : Optional.empty();
    }

    /** A list of numbers from 0; the word {@code all} for no number at all. */
    private Optional<List<Integer>> controllers(String kind) {
        YamlNode node = given.at(kind);
        if (node.isList()) {
            return Optional.of(node.list(each -> {
                OptionalInt number = each.integer(0, MOST);
                return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
            }));
        }
        return node.oneOf(new String[] {"all"}).map(_ -> List.of());
    }

    private Optional<Beyond> beyond(String key) {
        return given.at(key).oneOf(Beyond.values());
    }

    /** Of the store's members: with fewer gone nothing happens, and it has no other state. */
    private Optional<String> majority(String kind) {
        return given.at(kind).oneOf(new String[] {"majority"});
    }

    private Optional<Part> part(String key) {
        return given.at(key).parse(Part.FORM, Part::parse);
    }

    private Optional<DeviceName> device(String key) {
        return given.at(key).parse(DEVICE, DeviceName::of);
    }

    private Optional<IpAddress> address(String key) {
        return given.at(key).parse("the address of a pod", IpAddress::parse);
    }

    private SimTime time(String key, SimTime otherwise) {
        return given.atIfKnown(key).parse(Span.FORM, Span::parse).orElse(otherwise);
    }
}
