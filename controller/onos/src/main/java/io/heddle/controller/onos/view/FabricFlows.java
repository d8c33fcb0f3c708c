package io.heddle.controller.onos.view;

import io.heddle.controller.onos.pipeline.SwitchProgram;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.onosproject.core.ApplicationId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.device.DeviceService;
import org.onosproject.net.flow.DefaultFlowEntry;
import org.onosproject.net.flow.FlowEntry;
import org.onosproject.net.flow.FlowEntry.FlowEntryState;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.FlowRuleListener;
import org.onosproject.net.flow.FlowRuleOperations;
import org.onosproject.net.flow.FlowRuleService;
import org.onosproject.net.flow.TableStatisticsEntry;

/**
 * The rules that switches are to hold as ONOS's flow rule service: added where the switch is available, to be added where it is not. Rules of
 * no application of ONOS; without counters. Nobody can add or remove a rule here, and no listener is ever called.
 */
public final class FabricFlows implements FlowRuleService {

    private final DeviceService devices;
    private final Function<DeviceId, Optional<SwitchProgram>> programs;

    /** The rules of {@code devices}; {@code programs} tells what each is to hold, if that is known. */
    public FabricFlows(DeviceService devices, Function<DeviceId, Optional<SwitchProgram>> programs) {
        this.devices = devices;
        this.programs = programs;
    }

    private List<FlowRule> rules(DeviceId device) {
        return programs.apply(device).map(SwitchProgram::flows).orElse(List.of());
    }

    private FlowEntry entry(FlowRule rule) {
        return new DefaultFlowEntry(
                rule, devices.isAvailable(rule.deviceId()) ? FlowEntryState.ADDED : FlowEntryState.PENDING_ADD);
    }

    @Override
    public int getFlowRuleCount() {
        return StreamSupport.stream(devices.getDevices().spliterator(), false)
                .mapToInt(each -> rules(each.id()).size())
                .sum();
    }

    @Override
    public int getFlowRuleCount(DeviceId device) {
        return rules(device).size();
    }

    @Override
    public Iterable<FlowEntry> getFlowEntries(DeviceId device) {
        return rules(device).stream().map(this::entry).toList();
    }

    @Override
    public @Nullable FlowEntry getFlowEntry(FlowRule rule) {
        return rules(rule.deviceId()).stream()
                .filter(rule::equals)
                .findFirst()
                .map(this::entry)
                .orElse(null);
    }

    @Override
    public Iterable<FlowEntry> getFlowEntriesById(ApplicationId application) {
        return List.of();
    }

    @Override
    public Iterable<FlowRule> getFlowRulesByGroupId(ApplicationId application, short group) {
        return List.of();
    }

    @Override
    public Iterable<TableStatisticsEntry> getFlowTableStatistics(DeviceId device) {
        return List.of();
    }

    @Override
    public void applyFlowRules(FlowRule... rules) {
        throw ReadOnly.refusal("no flow rule can be added");
    }

    @Override
    public void apply(FlowRuleOperations operations) {
        throw ReadOnly.refusal("no flow rule can be changed");
    }

    @Override
    public void purgeFlowRules(DeviceId device) {
        throw ReadOnly.refusal("no flow rule can be removed");
    }

    @Override
    public void removeFlowRules(FlowRule... rules) {
        throw ReadOnly.refusal("no flow rule can be removed");
    }

    @Override
    public void removeFlowRulesById(ApplicationId application) {
        throw ReadOnly.refusal("no flow rule can be removed");
    }

    @Override
    public void addListener(FlowRuleListener listener) {}

    @Override
    public void removeListener(FlowRuleListener listener) {}
}
