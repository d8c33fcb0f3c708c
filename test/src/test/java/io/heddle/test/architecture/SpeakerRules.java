package io.heddle.test.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** One speaker, two drivers: the event-driven simulation drives the shipped one and has no protocol of its own. */
final class SpeakerRules {

    private SpeakerRules() {}

    /** Nothing that chooses routes, applies policy, encodes messages or steps a session is touched but through the speaker. */
    static ArchRule theSimulationLeavesRoutingToTheSpeaker(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".simulator.event..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(root + ".bgp.policy..", root + ".bgp.propagation..")
                        .or(nameMatching(".*\\.bgp\\.decision\\.(Selection|Preference)"))
                        .or(nameMatching(
                                        ".*\\.bgp\\.session\\.(SessionMachine|Session|SessionState|SessionEvent|Effect).*")
                                .and(nameMatching("(?!.*(SessionTimers|SessionConfig)).*")))
                        .or(nameMatching(
                                ".*\\.bgp\\.wire\\.(Update|Message|Attribute)\\w*(Encoder|Decoder|Codec|View)")))
                .as("the event-driven simulation has no session machine, decision or policy of its own");
    }
}
