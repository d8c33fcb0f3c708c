package io.heddle.test.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.simulator.event.EventRun;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.test.agreement.TablesDifference;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pods that stop, start and move, and routing processes that die and come back, leave the stable state of what then is. */
class ChurnTest {

    private static final Settings INSTANT = Settings.DEFAULT.with(Settings.Pace.INSTANT);

    @ParameterizedTest
    @ValueSource(
            strings = {"calico-as-per-server", "evpn-symmetric-bridged-pods", "evpn-l2-bridged-pods", "node-blocks"})
    void podsThatStopAreForgotten(String design) {
        FabricCase fabric = fabric(design);
        List<Endpoint> pods = pods(fabric);
        List<Endpoint> stopped = pods.subList(0, (pods.size() + 1) / 2);
        assertThat(stopped).as("pods of " + design).isNotEmpty();

        agree(fabric, pods.subList(stopped.size(), pods.size()), new Incident.PodsStop(stopped));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"calico-as-per-server", "evpn-symmetric-bridged-pods", "evpn-l2-bridged-pods", "node-blocks"})
    void podsThatStopAndStartAgainAreWhereTheyWere(String design) {
        FabricCase fabric = fabric(design);
        List<Endpoint> pods = pods(fabric);

        agree(fabric, pods, new Incident.PodsStop(pods), new Incident.PodsStart(pods));
    }

    @ParameterizedTest
    @ValueSource(strings = {"calico-as-per-server", "evpn-symmetric-bridged-pods", "evpn-l2-bridged-pods"})
    void aPodThatMovesIsFoundWhereItIs(String design) {
        FabricCase fabric = fabric(design);
        List<Endpoint> pods = new ArrayList<>(pods(fabric));
        Endpoint from = pods.getFirst();
        DeviceName elsewhere = fabric.endpoints().nodes().stream()
                .map(NodeEndpoints::node)
                .filter(each -> !each.equals(from.node()))
                .findFirst()
                .orElseThrow();
        Endpoint to = new Endpoint(from.name(), elsewhere, from.mac(), from.ipv4(), from.ipv6());
        pods.set(0, to);

        agree(fabric, pods, new Incident.PodMove(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"calico-as-per-rack", "evpn-symmetric", "node-blocks", "rack-aggregates"})
    void aRoutingProcessThatComesBackBringsItsRoutes(String design) {
        FabricCase fabric = fabric(design);
        DeviceName first = fabric.config().switches().stream()
                .filter(each -> each.bgp().isPresent())
                .findFirst()
                .orElseThrow()
                .name();

        agree(fabric, pods(fabric), new Incident.SpeakerDown(first), new Incident.SpeakerUp(first));
    }

    private static FabricCase fabric(String design) {
        return PlannedFabrics.asPlanned(design, 3).orThrow().under(Outage.NONE);
    }

    private static List<Endpoint> pods(FabricCase fabric) {
        List<Endpoint> all = new ArrayList<>();
        for (NodeEndpoints node : fabric.endpoints().nodes()) {
            for (int i = 0; i < node.size(); i++) {
                all.add(node.get(i));
            }
        }
        return all;
    }

    private static void agree(FabricCase fabric, List<Endpoint> atEnd, Incident... incidents) {
        List<Schedule.Planned> planned = new ArrayList<>();
        for (Incident each : incidents) {
            planned.add(new Schedule.Planned(SimTime.ofSeconds(20.0 * planned.size()), each));
        }
        EventRun run = EventSimulation.run(
                fabric.fabric(), fabric.config(), fabric.endpoints(), Outage.NONE, new Schedule(planned), INSTANT);
        assertThat(run.timeline().ending()).isInstanceOf(Ending.Quiet.class);
        StableStateSolver.solve(fabric.fabric(), fabric.config(), Endpoints.ofPods(atEnd), Outage.NONE)
                .tables()
                .forEach((device, tables) -> assertThat(TablesDifference.first(
                                ExplicitTables.copyOf(tables),
                                ExplicitTables.copyOf(
                                        Objects.requireNonNull(run.atEnd().get(device)))))
                        .as(device.toString())
                        .isEmpty());
    }
}
