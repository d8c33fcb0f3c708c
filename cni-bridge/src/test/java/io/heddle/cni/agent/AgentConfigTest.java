package io.heddle.cni.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentConfigTest {

    @TempDir
    private Path directory;

    @Test
    void theFileThatComesAlongIsReadAsItSays() throws Exception {
        AgentConfig config = AgentConfig.read(Path.of("src/main/dist/agent.json"));

        assertThat(config.coolDown()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.network("pods").orElseThrow().blocks()).containsExactly(Prefix.parse("10.244.0.0/26"));
    }

    @Test
    void onAVlanItsEndsAndItsGatewayAreKept() throws Exception {
        AgentConfig config = read("""
                {"format": 1, "networks": [{"name": "v", "mode": "bridge", "reserved": ["10.0.0.9"],
                  "subnets": [{"prefix": "10.0.0.0/24", "gateway": "10.0.0.254"}], "blocks": ["10.0.0.0/24"]}]}""");

        assertThat(config.network("v").orElseThrow().reserved())
                .containsExactlyInAnyOrder(
                        IpAddress.parse("10.0.0.0"),
                        IpAddress.parse("10.0.0.9"),
                        IpAddress.parse("10.0.0.254"),
                        IpAddress.parse("10.0.0.255"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{}' | format: found nothing, expected 1",
                "'{\"format\":2}' | format: found 2",
                "'{\"format\":1,\"sockets\":\"x\"}' | sockets: found an unknown name",
                "'{\"format\":1,\"networks\":[{}]}' | networks[0].name: found nothing",
                "'{\"format\":1,\"networks\":[{\"name\":\"a\"},{\"name\":\"a\"}]}' | networks[1].name: found 'a' a second time",
                "'{\"format\":1,\"networks\":[{\"name\":\"a\",\"mode\":\"x\"}]}' | networks[0].mode: found 'x', expected routed or bridge",
                "'{\"format\":1,\"networks\":[{\"name\":\"a\",\"bridge\":\"x\"}]}' | networks[0].bridge",
                "'{\"format\":1,\"networks\":[{\"name\":\"a\",\"mode\":\"bridge\"}]}' | networks[0].subnets: found none",
                "'{\"format\":1,\"networks\":[{\"name\":\"a\",\"blocks\":[\"10.0.0.1/24\"]}]}' | networks[0].blocks[0]: found '10.0.0.1/24', expected 10.0.0.1/24 has host bits set",
                "'{\"format\":1,\"networks\":[{\"name\":\"a\",\"mtu\":100}]}' | networks[0].mtu: found 100, expected a whole number from 1280",
                "'{\"format\":1,\"networks\":[{\"name\":\"a\",\"mode\":\"bridge\",\"subnets\":[{\"prefix\":\"10.0.0.0/24\",\"gateway\":\"10.1.0.1\"}]}]}' | networks[0].subnets[0].gateway: found 10.1.0.1, expected an address in 10.0.0.0/24",
                "'{\"format\":1,\"controller\":{\"url\":\"ftp://x\"}}' | controller.url: found 'ftp://x'",
                "'{' | agent.json: line 1",
            })
    void aMistakeIsAnsweredWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .hasMessageContaining("agent.json: ")
                .hasMessageContaining(message);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> AgentConfig.read(directory.resolve("none")))
                .hasMessageContaining("none: cannot be read");
    }

    private AgentConfig read(String text) throws Exception {
        return AgentConfig.read(Files.writeString(directory.resolve("agent.json"), text));
    }
}
