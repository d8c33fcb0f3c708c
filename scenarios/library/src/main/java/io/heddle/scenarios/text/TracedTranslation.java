package io.heddle.scenarios.text;

import io.heddle.model.config.Masquerade;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.walk.Forwarding;
import io.heddle.simulator.walk.SourceAddress;
import io.heddle.simulator.walk.Step;
import io.heddle.simulator.walk.Walk;
import java.util.List;
import java.util.Optional;

/** What nodes make of the source of a packet that is followed, of its answer, and of a connection the other way. */
public final class TracedTranslation {

    /** A node, or where it leads outside, and an address there. */
    public record End(DeviceName device, IpAddress address) {}

    private final Forwarding forwarding;
    private final Fabric fabric;
    private final NetworkConfig config;
    private final End from;
    private final End to;
    private final Optional<Masquerade> rule;

    public TracedTranslation(Forwarding forwarding, Fabric fabric, NetworkConfig config, End from, End to) {
        this.forwarding = forwarding;
        this.fabric = fabric;
        this.config = config;
        this.from = from;
        this.to = to;
        rule = forwarding.masquerade(from.device, from.address, to.address);
    }

    /** What happens where the packet leaves its node. */
    Optional<String> step(Walk.Hop hop) {
        return hop.step() instanceof Step.Sent
                ? rule.map(each -> "masquerade: source " + from.address + " becomes " + source(hop) + ", since "
                        + to.address + " is not excepted")
                : Optional.empty();
    }

    private String source(Walk.Hop hop) {
        return config.findNode(from.device)
                .flatMap(node ->
                        hop.taken().flatMap(leg -> new SourceAddress(fabric, node).of(leg, from.address.family())))
                .map(IpAddress::toString)
                .orElse("an address of " + from.device);
    }

    /** The same of a flow's first hop, and what becomes of packets the other way. */
    String told(Walk.Hop first) {
        if (rule.isEmpty()) {
            return "Not translated: " + why(from, to) + ".";
        }
        String seen = first.step() instanceof Step.Sent ? source(first) : "an address of " + from.device;
        boolean pod = forwarding.isPod(to.device, to.address);
        return (pod
                        ? "VIOLATED, pods reach pods without translation: "
                        : "Translated, and no rule is broken since " + to.address + " is no pod: ")
                + to.address + " sees " + seen + " instead of " + from.address + ". " + from.device + " masquerades "
                + except(rule.get()) + ". Replies go to " + seen + " and are translated back in " + from.device
                + "."
                + (pod ? " A connection that " + to.address + " begins is " + back() + "." : "");
    }

    private String back() {
        return forwarding
                .masquerade(to.device, to.address, from.address)
                .map(each -> "translated too: " + to.device + " masquerades " + except(each))
                .orElseGet(() -> "not translated: " + why(to, from));
    }

    private String why(End sender, End receiver) {
        Optional<Masquerade> own = config.findNode(sender.device).flatMap(NodeProgram::masquerade);
        if (own.isEmpty()) {
            return sender.device + " does not masquerade";
        }
        if (!forwarding.isPod(sender.device, sender.address)) {
            return sender.address + " is no pod";
        }
        if (forwarding.isPod(sender.device, receiver.address)) {
            return "it does not leave " + sender.device;
        }
        return own.get().takes(sender.address)
                ? sender.device + " masquerades " + except(own.get())
                : sender.device + " masquerades only what " + list(own.get().from()) + " sends out";
    }

    private static String except(Masquerade rule) {
        return rule.except().isEmpty() ? "without exceptions" : "except to " + list(rule.except());
    }

    private static String list(List<Prefix> prefixes) {
        return String.join(", ", prefixes.stream().map(Prefix::toString).toList());
    }
}
