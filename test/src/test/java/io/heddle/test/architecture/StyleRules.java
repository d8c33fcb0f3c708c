package io.heddle.test.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** What {@code CONTRIBUTING.md} asks of names and packages. */
final class StyleRules {

    private StyleRules() {}

    static ArchRule namesSayWhatAThingIs(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Utils?|Manager|Helper|Impl)$");
    }

    static ArchRule packagesAreNullMarked(String root) {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and(describe("are not package-info", (JavaClass each) -> !each.getSimpleName()
                        .equals("package-info")))
                .should(bePartOfANullMarkedPackage());
    }

    private static ArchCondition<JavaClass> bePartOfANullMarkedPackage() {
        return new ArchCondition<>("be part of a @NullMarked package") {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                boolean marked = each.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                events.add(new SimpleConditionEvent(
                        each, marked, each.getName() + (marked ? " is" : " is not") + " in a @NullMarked package"));
            }
        };
    }
}
