package io.heddle.test.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Where the types of a library stop. */
final class BorderRules {

    /**
     * @param library the packages of the library
     * @param homes the packages below the root that may use it; a leading {@code ..} stands for anywhere
     */
    record Border(List<String> library, List<String> homes) {

        @Override
        public String toString() {
            return library.getFirst();
        }
    }

    static final List<Border> ALL = List.of(
            new Border(List.of("java.lang.foreign.."), List.of("cni.linux..", "bgp.linux..")),
            border("topology.graph..", "org.jgrapht.."),
            border("topology.yaml..", "org.yaml.snakeyaml.."),
            border("..json..", "com.fasterxml.jackson.."),
            border("scenarios.cli..", "org.apache.commons.cli.."),
            border("scenarios.certs..", "org.bouncycastle.."),
            border("controller.onos..", "org.onosproject..", "org.onlab.."),
            border("controller.onos.openflow..", "org.projectfloodlight.."),
            border("controller.kubernetes..", "io.fabric8.."),
            border("controller.store..", "org.h2.."),
            border("controller.onos..", "com.google.common.."),
            border("controller.metrics..", "io.prometheus.."),
            new Border(
                    List.of("io.netty.."),
                    List.of(
                            "bgp.netty..",
                            "controller.http..",
                            "controller.onos.openflow..",
                            "controller.onos.ovsdb..")));

    private BorderRules() {}

    static ArchRule staysHome(Border border, String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(border.homes().stream()
                        .map(home -> home.startsWith("..") ? root + home : root + "." + home)
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(border.library().toArray(String[]::new))
                .as(border.library() + " stays in " + border.homes());
    }

    static ArchRule modelUsesTheJdkAlone(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".model..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(root + ".model..", "java..", "org.jspecify.annotations..");
    }

    private static Border border(String home, String... library) {
        return new Border(Stream.of(library).toList(), List.of(home));
    }
}
