package io.heddle.topology.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.Mac;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.spec.FabricSpec;
import io.heddle.topology.spec.GeneratorSpec;
import io.heddle.topology.spec.IpamSpec;
import io.heddle.topology.spec.PairMode;
import io.heddle.topology.spec.PodSpec;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.SourceFiles;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every example of docs/scenario-format.md is read, and means what the text beside it says. */
class DocumentedExamplesTest {

    private final Problems problems = new Problems();

    private FabricSpec read(String text) {
        YamlNode root = YamlDocument.read("example.yaml", text, List.of(), problems);
        Optional<FabricSpec> read = FabricReader.of(DeviceCatalogue.builtIn()).read(root);
        assertThat(problems).hasToString("");
        return read.orElseThrow();
    }

    private FabricSpec named(String name) {
        String text = Documentation.examples("heddle: fabric/1").stream()
                .filter(each -> each.contains("\nname: " + name + "\n"))
                .findFirst()
                .orElseThrow();
        return read(text);
    }

    @Test
    void everyFabricIsRead() {
        List<String> examples = Documentation.examples("heddle: fabric/1");
        assertThat(examples).hasSizeGreaterThanOrEqualTo(6);
        examples.forEach(this::read);
    }

    @Test
    void everyFabricInAFewLinesCanBeGenerated() {
        FabricGenerator generator = new FabricGenerator(PortLists.of(DeviceCatalogue.builtIn()));
        for (String each : Documentation.examples("heddle: fabric/1")) {
            if (read(each) instanceof FabricSpec.Generated(GeneratorSpec spec)) {
                assertThat(generator.generate(spec).faults()).as(spec.name()).isEmpty();
            }
        }
    }

    @Test
    void theFabricWrittenOutIsWhatItSays() {
        Fabric fabric = ((FabricSpec.Written) named("small-rack")).fabric();
        assertThat(fabric.switches()).hasSize(3);
        assertThat(fabric.nodes()).hasSize(3);
        assertThat(fabric.links()).hasSize(9 + 2 + 2);
        assertThat(fabric.mlagPairs().getFirst().peerLink())
                .containsExactly(
                        new Link(PortRef.parse("leaf-1:ethernet1/1/49"), PortRef.parse("leaf-2:ethernet1/1/49")),
                        new Link(PortRef.parse("leaf-1:ethernet1/1/50"), PortRef.parse("leaf-2:ethernet1/1/50")));
        assertThat(fabric.farEnd(PortRef.parse("cloud-3:nic0-2"))).contains(PortRef.parse("leaf-2:ethernet1/1/3"));
        assertThat(fabric.switches().getFirst().ports().stream().map(Port::number))
                .containsExactly(1, 2, 3, 49, 50, 53);
        Node node = fabric.findNode(DeviceName.of("cloud-2")).orElseThrow();
        assertThat(node.cards().get(1).ports().getFirst().number()).isEqualTo(3);
        assertThat(node.bonds().getFirst().lacp().fallback()).isTrue();
        assertThat(node.bonds().getFirst().nativeNetwork()).hasToString("Optional[pxe]");
        assertThat(fabric.networks().get(1).vrf()).hasToString("tenant");
    }

    @Test
    void bothAttachmentsAreWhatTheySay() {
        Fabric fabric = ((FabricSpec.Written) named("two-attachments")).fabric();
        assertThat(fabric.nodes().get(1).attachment()).isEqualTo(Attachment.L3);
        assertThat(fabric.ethernetSegments().getFirst().esi()).hasToString("03:44:38:39:be:ef:aa:00:00:01");
        assertThat(fabric.farEnd(PortRef.parse("leaf-2:swp2"))).contains(PortRef.parse("routed:eth1"));
    }

    @Test
    void theRackPairHasNoSpine() {
        var clos = (GeneratorSpec.Clos) ((FabricSpec.Generated) named("kubeflow-rack")).generator();
        assertThat(clos.racks()).isEqualTo(1);
        assertThat(clos.spines()).isZero();
        assertThat(clos.pairMode()).isEqualTo(PairMode.MLAG_ANYCAST);
        assertThat(clos.peerLinkSpeed()).isEqualTo(Bandwidth.gigabits(40));
        assertThat(clos.nodes().getFirst().bonds().getFirst().members()).containsExactly("nic0.1", "nic0.2");
        assertThat(clos.networks()).hasSize(2);
    }

    @Test
    void theTwoTierClosHasOneGroup() {
        var clos = (GeneratorSpec.Clos) ((FabricSpec.Generated) named("calico-clos")).generator();
        assertThat(clos.groups()).isEqualTo(1);
        assertThat(clos.superSpinesPerPlane()).isZero();
        assertThat(clos.peerLinks()).isZero();
        assertThat(clos.exits().getFirst().prefixes()).hasSize(2);
    }

    @Test
    void theThreeTierClosHasGroupsAndPlanes() {
        var clos = (GeneratorSpec.Clos) ((FabricSpec.Generated) named("large-clos")).generator();
        assertThat(clos.groups()).isEqualTo(4);
        assertThat(clos.superSpinesPerPlane()).isEqualTo(2);
        assertThat(clos.linksPerSuperSpine()).isEqualTo(2);
    }

    @Test
    void railsAreRead() {
        var rails = (GeneratorSpec.RailOptimised) ((FabricSpec.Generated) named("rails")).generator();
        assertThat(rails.units() * rails.nodesPerUnit() * rails.rails()).isEqualTo(1024);
    }

    @Test
    void ipamAndPodsAreWhatTheySay() {
        String ipam = Documentation.examples("ipam:").getFirst();
        String pods = Documentation.examples("pods:").getFirst();
        YamlNode root = YamlDocument.read("s.yaml", ipam + pods, List.of(), problems);
        var mapping = root.mapping(Keys.required("ipam", "pods"));
        IpamSpec cut = IpamReader.read(mapping.at("ipam"));
        assertThat(cut.ipv4BlockLength()).isEqualTo(26);
        assertThat(cut.ipv6Pool()).hasToString("Optional[fd00:244::/64]");
        String csv = Documentation.text("scenario-format.md")
                .lines()
                .filter(line -> line.startsWith("    node,") || line.startsWith("    cloud-"))
                .map(String::strip)
                .reduce("", (all, line) -> all + line + "\n");
        PodSpec read = new PodReader(one("pods.csv", csv), Known.anything()).read(mapping.at("pods"));
        assertThat(problems).hasToString("");
        assertThat(read.perNode()).isEqualTo(110);
        assertThat(read.listed().stream().map(Endpoint::mac))
                .containsExactly(
                        Mac.parse("0a:58:0a:f4:01:07"),
                        Mac.parse("02:00:00:00:00:08"),
                        Mac.parse("0a:58:0a:f4:01:09"),
                        Mac.parse("0a:58:0a:f4:03:01"));
    }

    static SourceFiles one(String name, String text) {
        return new SourceFiles() {
            @Override
            public InputStream open(String asked) {
                assertThat(asked).isEqualTo(name);
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public String display(String asked) {
                return asked;
            }
        };
    }
}
