package io.heddle.test.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Time and randomness are injected: same input and seed, same result. Method references count like calls. */
final class PurityRules {

    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.time.Clock.tickMillis",
            "java.time.Clock.tickSeconds",
            "java.time.Clock.tickMinutes",
            "java.time.InstantSource.system");

    private static final Set<String> DICE = Set.of(
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.util.UUID.randomUUID",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.security.SecureRandom.<init>");

    private PurityRules() {}

    static ArchRule readsNoClock(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + "..clock..", root + ".scenarios.cli..")
                .should()
                .accessTargetWhere(describe("reads the clock", access -> isClock(access.getTarget())))
                .as("only ..clock.. and the command line read the clock");
    }

    static ArchRule throwsNoDice(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .accessTargetWhere(
                        describe("draws without a seed", (JavaAccess<?> access) -> isDice(access.getTarget())))
                .as("randomness has a seed");
    }

    private static boolean isClock(AccessTarget target) {
        return CLOCKS.contains(nameOf(target))
                || (target.getOwner().getPackageName().equals("java.time")
                        && target.getName().equals("now")
                        && !takesClock(target))
                || (nameOf(target).equals("java.util.Date.<init>") && takesNothing(target));
    }

    private static boolean takesClock(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget code
                && code.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static boolean isDice(AccessTarget target) {
        boolean generator = target.getOwner().getName().matches("java\\.util\\.(Splittable)?Random");
        return DICE.contains(nameOf(target))
                || (generator && target.getName().equals("<init>") && takesNothing(target))
                || (nameOf(target).equals("java.util.Collections.shuffle") && takes(target) == 1);
    }

    private static boolean takesNothing(AccessTarget target) {
        return takes(target) == 0;
    }

    private static int takes(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget code
                ? code.getRawParameterTypes().size()
                : 0;
    }

    private static String nameOf(AccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }
}
