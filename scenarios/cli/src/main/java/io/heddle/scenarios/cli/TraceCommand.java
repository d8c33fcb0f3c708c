package io.heddle.scenarios.cli;

import io.heddle.model.endpoint.Block;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.IpAddress;
import io.heddle.scenarios.result.Solved;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.text.TraceText;
import io.heddle.scenarios.text.TracedTranslation;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.simulator.walk.Arrival;
import io.heddle.simulator.walk.Flow;
import io.heddle.simulator.walk.FlowHash;
import io.heddle.simulator.walk.Forwarding;
import io.heddle.simulator.walk.PathMtu;
import io.heddle.simulator.walk.Walk;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.yaml.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.Options;

/** {@code heddle trace}: a packet from pod to pod, hop by hop, over every path it may take. */
final class TraceCommand implements Command {

    private static final String USAGE =
            "heddle trace NAME|FILE --from NODE|ADDRESS --to NODE|ADDRESS [--fail DEVICE|DEVICE:PORT]..."
                    + " [--incident 'fail: PART']... [--drill NAME] [--at TIME]"
                    + " [--flow udp|tcp:SOURCE-PORT:DESTINATION-PORT] [--hash MODEL] [--case NAME] [--set path=value]...";

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.set())
            .addOption(Arguments.valued("case", "the name of a case"))
            .addOption(Arguments.valued("from", "a node, or the address of a pod"))
            .addOption(Arguments.valued("to", "a node, or an address"))
            .addOption(Arguments.valued("fail", "a device, or a port of a cable"))
            .addOption(Arguments.valued("incident", "an event"))
            .addOption(Arguments.valued("drill", "the name of a drill"))
            .addOption(Arguments.valued("at", "a time such as 0.42s"))
            .addOption(Arguments.valued("flow", "a flow such as udp:49152:4791"))
            .addOption(Arguments.valued("hash", "a model"));

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        Scenario scenario = ScenarioSource.find(given.words(1).getFirst(), given.settings());
        ScenarioCase chosen = CaseRun.choose(scenario, given.value("case"));
        Solved solved = CaseRun.solved(CaseRun.atRest(chosen));
        Plan plan = solved.plan();
        Optional<TracedDrill> drill = TracedDrill.of(given, chosen, plan);
        Forwarding forwarding = drill.isPresent()
                ? drill.get().forwarding(plan)
                : atRest(plan, solved, OutageOption.of(given.values("fail"), plan.fabric()));
        TracedTranslation.End from = end("from", given, plan, forwarding);
        TracedTranslation.End to = end("to", given, plan, forwarding);
        Walk walk = Walk.of(forwarding, forwarding.fromNode(from.device(), to.address()));
        Flow flow = FlowOption.of(given.value("flow"), from.address(), to.address());
        FlowHash hash = FlowOption.hash(given.value("hash"));
        terminal.out()
                .print(TraceText.of(
                        new TraceText.Trace(
                                from.device(),
                                to.device(),
                                walk,
                                flow,
                                hash,
                                new PathMtu(plan.config()).of(walk),
                                new TracedTranslation(forwarding, plan.fabric(), plan.config(), from, to)),
                        plan.config(),
                        terminal.style()));
        drill.ifPresent(each -> terminal.out().print(each.why(walk)));
        return walk.worst().arrival() == Arrival.ARRIVES ? HOLDS : DOES_NOT_HOLD;
    }

    private static Forwarding atRest(Plan plan, Solved solved, Outage outage) {
        StableState state = outage.equals(Outage.NONE)
                ? solved.state()
                : StableStateSolver.solve(plan.fabric(), plan.config(), plan.endpoints(), outage);
        return new Forwarding(plan.fabric(), plan.config(), plan.endpoints(), state, outage);
    }

    /** A node by name means its first pod, or itself if it runs none. */
    private static TracedTranslation.End end(String option, Arguments given, Plan plan, Forwarding forwarding)
            throws InputException {
        String text = given.value(option)
                .orElseThrow(() -> new InputException("--" + option + " is missing\nusage: " + USAGE));
        List<String> nodes =
                plan.fabric().nodes().stream().map(each -> each.name().value()).toList();
        if (nodes.contains(text)) {
            DeviceName node = DeviceName.of(text);
            return new TracedTranslation.End(
                    node,
                    address(node, plan)
                            .orElseThrow(() ->
                                    new InputException("--" + option + " " + text + ": it has no pod and no address")));
        }
        try {
            IpAddress address = IpAddress.parse(text);
            return new TracedTranslation.End(
                    forwarding
                            .nodeOf(address)
                            .or(() -> option.equals("to") ? outside(address, plan) : Optional.empty())
                            .orElseThrow(() -> new InputException("--" + option + " " + text
                                    + ": no pod and no node has this address; `heddle topology` shows the nodes")),
                    address);
        } catch (IllegalArgumentException e) {
            throw new InputException("--" + option + " '" + text + "' is neither a node nor an address"
                    + Nearest.to(text, nodes)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(""));
        }
    }

    /** The external router that leads to an address which nothing in the fabric is for. */
    private static Optional<DeviceName> outside(IpAddress address, Plan plan) {
        boolean inside = Stream.concat(
                        plan.blocks().stream().map(Block::prefix),
                        plan.fabric().networks().stream().flatMap(each -> each.subnets().stream()))
                .anyMatch(each -> each.contains(address));
        return plan.fabric().exits().stream()
                .filter(each -> !inside && each.prefixes().stream().anyMatch(prefix -> prefix.contains(address)))
                .map(each -> each.router())
                .findFirst();
    }

    private static Optional<IpAddress> address(DeviceName node, Plan plan) {
        Stream<IpAddress> pods = plan.endpoints().on(node).stream()
                .map(each -> each.get(0))
                .flatMap(each -> Stream.concat(each.ipv4().stream(), each.ipv6().stream()));
        Stream<IpAddress> own = plan.config().findNode(node).stream()
                .flatMap(each -> Stream.concat(
                        each.interfaces().stream()
                                .flatMap(at -> at.addresses().stream())
                                .map(at -> at.address()),
                        each.loopbacks().stream()));
        return Stream.concat(pods, own).findFirst();
    }
}
