package io.heddle.controller.onos.ovsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.json.Json;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SetupDifferenceTest {

    private final Database database = new Database();

    private SetupDifference.Steps bring(SwitchSetup setup) throws BadMessage {
        SetupDifference.Steps steps = SetupDifference.between(setup, database.replica());
        database.transact(steps.operations());
        return steps;
    }

    @Test
    void anEmptyDatabaseIsSetUpByOneTransactionAndThenNothingIsLeftToDo() throws BadMessage {
        assertThat(bring(Setups.usual()).reasons()).containsExactly("bridge br0 is missing");

        SetupDifference.Steps again = bring(Setups.usual());

        assertThat(again.operations()).isEmpty();
        assertThat(again.reasons()).isEmpty();
        assertThat(database.replica().all(Table.PORT)).hasSize(5);
    }

    @Test
    void onlyWhatDiffersIsWritten() throws BadMessage {
        bring(Setups.usual());

        SetupDifference.Steps steps = bring(Setups.of(
                Setups.FIRST,
                Setups.bond(OptionalInt.empty(), "port1"),
                Setups.single("port2"),
                Setups.single("port3")));

        assertThat(steps.reasons())
                .containsExactlyInAnyOrder(
                        "Port bond0: bond_mode is balance-tcp, wanted nothing",
                        "port bond0 has further interfaces",
                        "port port2 is missing");
        assertThat(bring(Setups.of(
                                Setups.FIRST,
                                Setups.bond(OptionalInt.empty(), "port1"),
                                Setups.single("port2"),
                                Setups.single("port3")))
                        .operations())
                .isEmpty();
    }

    @Test
    void aPortThatIsOursAndNotWantedGoesAndOneOfSomebodyElseStays() throws BadMessage {
        bring(Setups.usual());
        String bridge = database.replica()
                .named(Column.BRIDGE_NAME, "br0")
                .orElseThrow()
                .uuid();
        WantedRow foreign = new WantedRow(Table.PORT, "mine", Map.of(Column.PORT_NAME, Value.of("mine")));
        Row row = new Row(bridge, Map.of());
        database.transact(List.of(
                Operations.insert(foreign, Map.of(), "p"),
                Operations.member(row, Column.BRIDGE_PORTS, "insert", List.of(Shape.NEW + "p"))));

        SetupDifference.Steps steps = bring(Setups.of(Setups.FIRST, Setups.single("port3")));

        assertThat(steps.reasons()).containsExactly("port bond0 is there and is not wanted");
        assertThat(steps.foreign()).containsExactly("mine");
    }

    @Test
    void anInterfaceInSomebodyElsesPortIsTaken() throws BadMessage {
        bring(Setups.of(Setups.FIRST, Setups.single("port3")));
        WantedRow foreign = new WantedRow(Table.PORT, "theirs", Map.of(Column.PORT_NAME, Value.of("theirs")));
        WantedRow link = new WantedRow(Table.INTERFACE, "port1", Map.of(Column.INTERFACE_NAME, Value.of("port1")));
        Row bridge = database.replica().named(Column.BRIDGE_NAME, "br0").orElseThrow();
        database.transact(List.of(
                Operations.insert(link, Map.of(), "i"),
                Operations.insert(foreign, Map.of(Column.PORT_INTERFACES, Value.of(Shape.NEW + "i")), "p"),
                Operations.member(bridge, Column.BRIDGE_PORTS, "insert", List.of(Shape.NEW + "p"))));

        assertThat(bring(Setups.usual()).reasons())
                .containsExactlyInAnyOrder("port theirs is there and is not wanted", "port bond0 is missing");
    }

    @Test
    void keysOfOthersStayWhereOthersWriteToo() throws BadMessage {
        bring(Setups.usual());
        Row bridge = database.replica().named(Column.BRIDGE_NAME, "br0").orElseThrow();
        Value.Pairs ours = (Value.Pairs) bridge.get(Column.BRIDGE_OTHER);
        Map<String, String> changed = new TreeMap<>(ours.pairs());
        changed.put("mac-table-size", "4096");
        changed.put("hwaddr", "02:00:00:00:00:00");
        database.transact(List.of(Operations.update(bridge, Map.of(Column.BRIDGE_OTHER, new Value.Pairs(changed)))));

        bring(Setups.usual());

        Value.Pairs after = (Value.Pairs) database.replica()
                .named(Column.BRIDGE_NAME, "br0")
                .orElseThrow()
                .get(Column.BRIDGE_OTHER);
        assertThat(after.pairs()).containsAllEntriesOf(ours.pairs()).containsEntry("mac-table-size", "4096");
    }

    @Test
    void aBondToTwoLeafsIsOnePartner() {
        SwitchSetup.WantedPort a = bond(Setups.of(Setups.FIRST, Setups.bond(OptionalInt.of(12), "port1")));
        SwitchSetup.WantedPort b = bond(Setups.of(Setups.SECOND, Setups.bond(OptionalInt.of(12), "port1")));

        assertThat(a.port().columns().get(Column.PORT_OTHER))
                .isEqualTo(b.port().columns().get(Column.PORT_OTHER));
        assertThat(id(a, "lacp-aggregation-key"))
                .isEqualTo(id(b, "lacp-aggregation-key"))
                .isEqualTo("12");
        assertThat(id(a, "lacp-port-id")).isNotEqualTo(id(b, "lacp-port-id"));
    }

    private static SwitchSetup.WantedPort bond(SwitchSetup setup) {
        return setup.ports().stream()
                .filter(each -> each.port().name().equals("bond0"))
                .findFirst()
                .orElseThrow();
    }

    private static String id(SwitchSetup.WantedPort port, String key) {
        Value other = port.interfaces().getFirst().columns().get(Column.INTERFACE_OTHER);
        return other instanceof Value.Pairs pairs ? String.valueOf(pairs.pairs().get(key)) : "";
    }

    @Test
    void aPortWhoseNameNoInterfaceCanHaveIsTold() {
        assertThat(Setups.of(Setups.FIRST, Setups.single("port3"), Setups.single("ethernet1/1/1"))
                        .unplaced())
                .containsExactly("port ethernet1/1/1: no name of an interface");
    }

    @Test
    void aDatabaseWithoutItsRootIsTold() throws BadMessage {
        SetupDifference.Steps steps = SetupDifference.between(Setups.usual(), new Replica());

        assertThat(steps.operations()).isEmpty();
        assertThat(steps.reasons()).hasSize(1).first().asString().contains("never initialised");
    }

    @Test
    void theLastOperationAsksTheSwitchToSayWhenItIsDone() throws BadMessage {
        List<Json> operations =
                SetupDifference.between(Setups.usual(), database.replica()).operations();

        assertThat(operations.getLast())
                .hasToString("{\"op\":\"mutate\",\"table\":\"Open_vSwitch\",\"where\":"
                        + "[[\"_uuid\",\"==\",[\"uuid\",\"root\"]]],\"mutations\":[[\"next_cfg\",\"+=\",1]]}");
    }
}
