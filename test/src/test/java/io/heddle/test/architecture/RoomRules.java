package io.heddle.test.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

/** Who may use whom inside the product. */
final class RoomRules {

    private RoomRules() {}

    static ArchRule usesOnlyItsRooms(Room room, String root) {
        return noClasses()
                .that()
                .resideInAPackage(room.packages(root))
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAnyPackage(room.mayUse(root)))))
                .allowEmptyShould(true)
                .as("room " + room.path() + " uses " + room.uses());
    }

    static ArchRule everyClassHasARoom(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(
                        Room.ALL.stream().map(room -> room.packages(root)).toArray(String[]::new));
    }

    static ArchRule packagesHaveNoCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    static ArchRule commandLineIsUsedByNobody(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".scenarios.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".scenarios.cli..");
    }
}
