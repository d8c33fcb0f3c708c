package io.heddle.controller.onos.pipeline;

import io.heddle.controller.onos.OnosIds;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.VlanId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.DefaultFlowRule;
import org.onosproject.net.flow.DefaultTrafficSelector;
import org.onosproject.net.flow.DefaultTrafficTreatment;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flow.TrafficSelector;
import org.onosproject.net.flow.TrafficTreatment;

/** A program under construction. Single-threaded. */
final class Draft {

    final SwitchConfig config;
    final Wiring wiring;
    final DeviceId device;
    final Vrfs vrfs;
    final GroupBook groups;
    private final Map<VlanId, VlanConfig> vlans = new HashMap<>();
    private final List<FlowRule> flows = new ArrayList<>();
    private final List<String> unplaced = new ArrayList<>();

    Draft(SwitchConfig config, Wiring wiring) {
        this.config = config;
        this.wiring = wiring;
        device = OnosIds.deviceId(config.name());
        vrfs = Vrfs.of(config);
        groups = new GroupBook(device);
        config.vlans().forEach(each -> vlans.put(each.vlan(), each));
    }

    Optional<VlanConfig> vlan(VlanId vlan) {
        return Optional.ofNullable(vlans.get(vlan));
    }

    void flow(FlowRule rule) {
        flows.add(rule);
    }

    FlowRule flow(Stage stage, int priority, Cookie cookie, TrafficSelector.Builder match, TrafficTreatment treatment) {
        FlowRule rule = DefaultFlowRule.builder()
                .forDevice(device)
                .forTable(stage.table())
                .withPriority(priority)
                .withCookie(cookie.bits())
                .withSelector(match.build())
                .withTreatment(treatment)
                .makePermanent()
                .build();
        flows.add(rule);
        return rule;
    }

    void plumbing(Stage stage, int priority, TrafficSelector.Builder match, TrafficTreatment.Builder treatment) {
        flow(stage, priority, Cookie.of(EntryClass.PLUMBING), match, treatment.build());
    }

    /** One of several ways out, chosen by flow. */
    TrafficTreatment anyOf(List<TrafficTreatment> legs) {
        return legs.size() == 1
                ? legs.getFirst()
                : act().group(groups.select(legs)).build();
    }

    void unplaced(String entry) {
        unplaced.add(config.name() + ": " + entry);
    }

    SwitchProgram program() {
        return new SwitchProgram(flows, groups.descriptions(), unplaced);
    }

    static TrafficSelector.Builder match() {
        return DefaultTrafficSelector.builder();
    }

    static TrafficTreatment.Builder act() {
        return DefaultTrafficTreatment.builder();
    }

    /** An explicit drop: no instruction at all. */
    static TrafficTreatment.Builder drop() {
        return DefaultTrafficTreatment.builder().drop();
    }
}
