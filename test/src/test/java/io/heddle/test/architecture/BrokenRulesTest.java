package io.heddle.test.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import io.heddle.test.architecture.BorderRules.Border;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule once more, against classes that break it: it must say so, and name the offender. */
class BrokenRulesTest {

    private static final String ROOT = "io.heddle.test.architecture.fixture";

    private static final JavaClasses FIXTURE = new ClassFileImporter().importPackages(ROOT);

    static List<Room> rooms() {
        return Room.ALL.stream()
                .filter(room -> !room.path().equals("scenarios"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomThatUsesTheScenariosIsFound(Room room) {
        assertBroken(RoomRules.usesOnlyItsRooms(room, ROOT), room.path() + ".LooksBack");
    }

    @Test
    void scenariosThatUseWhatIsNoRoomAreFound() {
        assertBroken(RoomRules.usesOnlyItsRooms(Room.ALL.getLast(), ROOT), "scenarios.UsesAttic");
    }

    @Test
    void aClassWithoutARoomIsFound() {
        assertBroken(RoomRules.everyClassHasARoom(ROOT), "attic.Forgotten");
    }

    @Test
    void aCycleIsFound() {
        assertBroken(RoomRules.packagesHaveNoCycles(ROOT), "cni.left");
    }

    @Test
    void aUserOfTheCommandLineIsFound() {
        assertBroken(RoomRules.commandLineIsUsedByNobody(ROOT), "scenarios.CallsCommand");
    }

    static List<Border> borders() {
        return BorderRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("borders")
    void aLibraryAbroadIsFound(Border border) {
        assertBroken(BorderRules.staysHome(border, ROOT), "simulator.Uses");
    }

    @ParameterizedTest
    @MethodSource("borders")
    void aLibraryAtHomeIsNotAnError(Border border) {
        assertThat(messages(BorderRules.staysHome(border, ROOT))).noneMatch(each -> each.contains("AtHome"));
    }

    @Test
    void aModelThatUsesALibraryIsFound() {
        assertBroken(BorderRules.modelUsesTheJdkAlone(ROOT), "model.UsesLogger");
    }

    @Test
    void everyWayToReadTheClockIsFound() {
        ArchRule rule = PurityRules.readsNoClock(ROOT);

        assertThat(messages(rule)).hasSize(7).allMatch(each -> each.contains("simulator.ReadsClock"));
    }

    @Test
    void everyWayToDrawWithoutASeedIsFound() {
        ArchRule rule = PurityRules.throwsNoDice(ROOT);

        assertThat(messages(rule)).hasSize(7).allMatch(each -> each.contains("simulator.ThrowsDice"));
    }

    @Test
    void aSimulationThatDecidesItselfIsFound() {
        assertBroken(SpeakerRules.theSimulationLeavesRoutingToTheSpeaker(ROOT), "simulator.event.DecidesItself");
    }

    @Test
    void aNameThatSaysNothingIsFound() {
        assertBroken(StyleRules.namesSayWhatAThingIs(ROOT), "simulator.SomeHelper");
    }

    @Test
    void aPackageWithoutNullMarkedIsFound() {
        assertBroken(StyleRules.packagesAreNullMarked(ROOT), "attic.Forgotten");
    }

    private static void assertBroken(ArchRule rule, String offender) {
        assertThat(messages(rule)).anyMatch(each -> each.contains(ROOT + "." + offender));
    }

    private static List<String> messages(ArchRule rule) {
        EvaluationResult result = rule.evaluate(FIXTURE);
        return result.getFailureReport().getDetails();
    }
}
