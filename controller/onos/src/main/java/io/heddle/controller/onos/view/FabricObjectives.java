package io.heddle.controller.onos.view;

import io.heddle.controller.onos.pipeline.SwitchProgram;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.lang3.tuple.Pair;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.Device;
import org.onosproject.net.DeviceId;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flowobjective.FilteringObjective;
import org.onosproject.net.flowobjective.FlowObjectiveService;
import org.onosproject.net.flowobjective.ForwardingObjective;
import org.onosproject.net.flowobjective.NextObjective;
import org.onosproject.net.flowobjective.Objective;
import org.onosproject.net.flowobjective.Objective.Operation;
import org.onosproject.net.flowobjective.ObjectiveContext;
import org.onosproject.net.flowobjective.ObjectiveError;

/**
 * What switches are to hold as ONOS's flow objective service. An objective that the fabric is told to meet already succeeds when it is added; any
 * other, and every removal, fails as {@link ObjectiveError#UNSUPPORTED}, at once and on the caller's thread: the fabric is told what its plan and its
 * pods come to, and nothing besides. Who hands over no context cannot hear that and gets an exception.
 *
 * <p>ONOS's service tells of no objectives; {@link #filtering}, {@link #forwarding} and {@link #next} do.
 */
public final class FabricObjectives implements FlowObjectiveService {

    private final DeviceService devices;
    private final Function<DeviceId, Optional<SwitchProgram>> programs;
    private final AtomicInteger nextId = new AtomicInteger();

    /** The objectives of {@code devices}; {@code programs} tells what each is to hold, if that is known. */
    public FabricObjectives(DeviceService devices, Function<DeviceId, Optional<SwitchProgram>> programs) {
        this.devices = devices;
        this.programs = programs;
    }

    /** What a switch lets in, and as what: its rules of the first two tables that name a port, a VLAN or a VNI. */
    public List<FilteringObjective> filtering(DeviceId device) {
        return ofRules(device, RuleObjectives::filtering);
    }

    /** Where it sends what it let in: specific objectives for routes, versatile ones for the rest. */
    public List<ForwardingObjective> forwarding(DeviceId device) {
        return ofRules(device, RuleObjectives::forwarding);
    }

    /** Its groups: hashed ones for next hops, broadcast ones for flooding; each has the number of its group. */
    public List<NextObjective> next(DeviceId device) {
        return program(device).groups().stream().map(RuleObjectives::next).toList();
    }

    private <T> List<T> ofRules(DeviceId device, Function<FlowRule, Optional<T>> objective) {
        return program(device).flows().stream()
                .flatMap(each -> objective.apply(each).stream())
                .toList();
    }

    private SwitchProgram program(DeviceId device) {
        return programs.apply(device).orElse(new SwitchProgram(List.of(), List.of(), List.of()));
    }

    @Override
    public void filter(DeviceId device, FilteringObjective objective) {
        judge(device, objective, each -> filtering(each).stream().anyMatch(has -> isSame(has, objective)));
    }

    @Override
    public void forward(DeviceId device, ForwardingObjective objective) {
        judge(device, objective, each -> forwarding(each).stream().anyMatch(has -> isSame(has, objective)));
    }

    @Override
    public void next(DeviceId device, NextObjective objective) {
        judge(device, objective, each -> next(each).stream().anyMatch(has -> isSame(has, objective)));
    }

    private void judge(DeviceId device, Objective objective, Predicate<DeviceId> met) {
        ObjectiveContext context = objective
                .context()
                .orElseThrow(() -> ReadOnly.refusal("no objective without a context that hears what becomes of it"));
        boolean wanted = objective.op() == Operation.ADD || objective.op() == Operation.VERIFY;
        if (programs.apply(device).isEmpty()) {
            context.onError(objective, ObjectiveError.DEVICEMISSING);
        } else if (wanted && met.test(device)) {
            context.onSuccess(objective);
        } else {
            context.onError(objective, ObjectiveError.UNSUPPORTED);
        }
    }

    /** By what they say; whose they are, and their number, says nothing of the fabric. */
    private static boolean isSame(FilteringObjective a, FilteringObjective b) {
        return a.type() == b.type()
                && a.priority() == b.priority()
                && Objects.equals(a.key(), b.key())
                && List.copyOf(a.conditions()).equals(List.copyOf(b.conditions()))
                && Objects.equals(a.meta(), b.meta());
    }

    private static boolean isSame(ForwardingObjective a, ForwardingObjective b) {
        return a.flag() == b.flag()
                && a.priority() == b.priority()
                && Objects.equals(a.selector(), b.selector())
                && Objects.equals(a.meta(), b.meta())
                && Objects.equals(a.nextId(), b.nextId())
                && Objects.equals(a.treatment(), b.treatment());
    }

    private static boolean isSame(NextObjective a, NextObjective b) {
        return a.type() == b.type() && List.copyOf(a.nextTreatments()).equals(List.copyOf(b.nextTreatments()));
    }

    /** Numbers below those of groups; an objective that asks for what is there succeeds whatever its number. */
    @Override
    public int allocateNextId() {
        return nextId.incrementAndGet();
    }

    @Override
    @Deprecated
    public void initPolicy(String policy) {
        throw ReadOnly.refusal("no policy can be set");
    }

    @Override
    public Map<Pair<Integer, DeviceId>, List<String>> getNextMappingsChain() {
        Map<Pair<Integer, DeviceId>, List<String>> chains = new HashMap<>();
        for (Device each : devices.getDevices()) {
            next(each.id())
                    .forEach(next -> chains.put(
                            Pair.of(next.id(), each.id()), List.of(next.type() + " " + next.nextTreatments())));
        }
        return chains;
    }

    @Override
    public List<String> getNextMappings() {
        return getNextMappingsChain().entrySet().stream()
                .map(each -> each.getKey().getRight() + " " + each.getKey().getLeft() + " " + each.getValue())
                .sorted()
                .toList();
    }

    /** None: what becomes of an objective is said at once. */
    @Override
    public List<String> getPendingFlowObjectives() {
        return List.of();
    }

    @Override
    public void purgeAll(DeviceId device, ApplicationId application) {
        throw ReadOnly.refusal("no objective can be removed");
    }
}
