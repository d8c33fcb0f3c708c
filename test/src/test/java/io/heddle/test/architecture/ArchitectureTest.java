package io.heddle.test.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.heddle.test.architecture.BorderRules.Border;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules, held against every class of the product. */
class ArchitectureTest {

    private static final String ROOT = "io.heddle";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("io/heddle/test/"))
            .importPackages(ROOT);

    @Test
    void theProductIsThere() {
        assertThat(PRODUCT.contain("io.heddle.scenarios.cli.Main")).isTrue();
        assertThat(PRODUCT.contain("io.heddle.model.fabric.DeviceName")).isTrue();
    }

    static List<Room> rooms() {
        return Room.ALL;
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesOnlyItsRooms(Room room) {
        RoomRules.usesOnlyItsRooms(room, ROOT).check(PRODUCT);
    }

    @Test
    void everyClassHasARoom() {
        RoomRules.everyClassHasARoom(ROOT).check(PRODUCT);
    }

    @Test
    void packagesHaveNoCycles() {
        RoomRules.packagesHaveNoCycles(ROOT).check(PRODUCT);
    }

    @Test
    void theCommandLineIsUsedByNobody() {
        RoomRules.commandLineIsUsedByNobody(ROOT).check(PRODUCT);
    }

    static List<Border> borders() {
        return BorderRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("borders")
    void aLibraryStaysHome(Border border) {
        BorderRules.staysHome(border, ROOT).check(PRODUCT);
    }

    @Test
    void theModelUsesTheJdkAlone() {
        BorderRules.modelUsesTheJdkAlone(ROOT).check(PRODUCT);
    }

    @Test
    void theClockIsInjected() {
        PurityRules.readsNoClock(ROOT).check(PRODUCT);
    }

    @Test
    void randomnessHasASeed() {
        PurityRules.throwsNoDice(ROOT).check(PRODUCT);
    }

    @Test
    void theSimulationLeavesRoutingToTheSpeaker() {
        SpeakerRules.theSimulationLeavesRoutingToTheSpeaker(ROOT).check(PRODUCT);
    }

    @Test
    void namesSayWhatAThingIs() {
        StyleRules.namesSayWhatAThingIs(ROOT).check(PRODUCT);
    }

    @Test
    void packagesAreNullMarked() {
        StyleRules.packagesAreNullMarked(ROOT).check(PRODUCT);
    }
}
