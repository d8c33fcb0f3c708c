package io.heddle.test.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.controller.onos.OnosIds;
import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.controller.onos.pipeline.SwitchCompiler;
import io.heddle.controller.onos.pipeline.SwitchProgram;
import io.heddle.controller.onos.view.FabricDevices;
import io.heddle.controller.onos.view.FabricFlows;
import io.heddle.controller.onos.view.FabricGroups;
import io.heddle.controller.onos.view.FabricHosts;
import io.heddle.controller.onos.view.FabricLinks;
import io.heddle.controller.onos.view.FabricObjectives;
import io.heddle.controller.onos.view.RouteObjectives;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.Outage;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.test.fabrics.PlannedFile;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.onosproject.core.DefaultApplicationId;
import org.onosproject.net.DeviceId;
import org.onosproject.net.flow.FlowRule;
import org.onosproject.net.flowobjective.DefaultFilteringObjective;
import org.onosproject.net.flowobjective.DefaultForwardingObjective;
import org.onosproject.net.flowobjective.DefaultNextObjective;
import org.onosproject.net.flowobjective.FlowObjectiveService;
import org.onosproject.net.flowobjective.ForwardingObjective;
import org.onosproject.net.flowobjective.Objective;
import org.onosproject.net.flowobjective.ObjectiveContext;
import org.onosproject.net.flowobjective.ObjectiveError;

/** A planned fabric with its pods, read by an application that knows ONOS alone. */
class OnosWalkTest {

    private static final DefaultApplicationId APPLICATION = new DefaultApplicationId(7, "walker");

    private final Map<DeviceId, SwitchProgram> programs = new HashMap<>();

    /** The application, with what it reads: four leafs, two spines, eight nodes, their pods. */
    private Walker walker() throws Exception {
        Plan plan = PlannedFile.beside(OnosWalkTest.class, "walked.yaml").plan();
        StableState solved = StableStateSolver.solve(plan.fabric(), plan.config(), plan.endpoints(), Outage.NONE);
        FabricWiring wiring = FabricWiring.of(plan.fabric(), plan.config(), Map.of());
        for (SwitchConfig each : plan.config().switches()) {
            SwitchTables tables = solved.tables(each.name()).orElseThrow();
            programs.put(
                    OnosIds.deviceId(each.name()),
                    SwitchCompiler.compile(
                            each, tables, wiring.of(each.name(), FabricWiring.tunnels(tables, Map.of()))));
        }
        FabricDevices devices = new FabricDevices(plan.fabric(), _ -> true);
        return new Walker(
                devices,
                new FabricLinks(plan.fabric()),
                new FabricHosts(plan.fabric(), plan.config(), plan.endpoints()),
                new FabricFlows(devices, id -> Optional.ofNullable(programs.get(id))),
                new FabricGroups(devices::isAvailable, id -> Optional.ofNullable(programs.get(id))));
    }

    @Test
    void everySwitchLeadsToEveryHostUntilOneHasNoRules() throws Exception {
        Walker walker = walker();
        assertThat(walker.hosts().getHostCount()).isEqualTo(8 + 24);
        assertThat(walker.lost()).isEmpty();

        for (DeviceId without : List.copyOf(programs.keySet())) {
            SwitchProgram before = programs.put(without, new SwitchProgram(List.of(), List.of(), List.of()));
            assertThat(walker.lost()).as("without rules at " + without).isNotEmpty();
            programs.put(without, Objects.requireNonNull(before));
        }
    }

    /** What an application would be that hands objectives over: nothing of Heddle in it. */
    private static String submitted(FlowObjectiveService service, DeviceId device, Objective.Builder objective) {
        String[] heard = {"nothing"};
        ObjectiveContext context = new ObjectiveContext() {
            @Override
            public void onSuccess(Objective done) {
                heard[0] = "success";
            }

            @Override
            public void onError(Objective done, ObjectiveError error) {
                heard[0] = error.toString();
            }
        };
        service.apply(device, objective.add(context));
        return heard[0];
    }

    @Test
    void whatTheFabricIsToldSucceedsAsAnObjectiveAndNothingElseDoes() throws Exception {
        Walker walker = walker();
        FabricObjectives service = new FabricObjectives(walker.devices(), id -> Optional.ofNullable(programs.get(id)));
        List<Class<?>> kinds = new ArrayList<>();
        for (DeviceId device : programs.keySet()) {
            List<Objective> all = new ArrayList<>(service.filtering(device));
            all.addAll(service.forwarding(device));
            all.addAll(service.next(device));
            SwitchProgram program = Objects.requireNonNull(programs.get(device));
            assertThat(all)
                    .as("every rule and group but LLDP's")
                    .hasSize(program.flows().size() - 1 + program.groups().size());
            for (Objective each : all) {
                kinds.add(each.getClass());
                assertThat(submitted(service, device, each.copy())).isEqualTo("success");
            }
            assertThat(submitted(service, device, all.getFirst().copy().withPriority(7)))
                    .isEqualTo("UNSUPPORTED");
        }
        assertThat(kinds)
                .contains(
                        DefaultFilteringObjective.class, DefaultForwardingObjective.class, DefaultNextObjective.class);
        assertThat(service.getNextMappings()).isNotEmpty().allMatch(each -> each.startsWith("heddle:"));
        DeviceId any = programs.keySet().iterator().next();
        Objective one = service.forwarding(any).getFirst();
        assertThat(submitted(service, DeviceId.deviceId("heddle:nobody"), one.copy()))
                .isEqualTo("DEVICEMISSING");
        assertThatThrownBy(() -> service.apply(any, one)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRouteAndItsForwardingObjectiveComeToEachOther() throws Exception {
        Walker walker = walker();
        List<String> destinations = new ArrayList<>();
        for (DeviceId device : programs.keySet()) {
            for (FlowRule each : walker.flows().getFlowEntries(device)) {
                Optional<ForwardingObjective> objective = RouteObjectives.objective(each, APPLICATION);
                objective.ifPresent(found -> {
                    FlowRule back = RouteObjectives.rule(device, found);
                    assertThat(back).isEqualTo(each);
                    assertThat(back.treatment()).isEqualTo(each.treatment());
                    destinations.add(Walker.destination(found));
                });
            }
        }
        assertThat(destinations).anyMatch(each -> each.contains("IPV4_DST"));
    }
}
