package io.heddle.cni.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the specification says of requests, row by row. */
class CniRequestTest {

    private static final Map<String, String> WHOLE =
            Map.of("CNI_COMMAND", "ADD", "CNI_CONTAINERID", "abc", "CNI_NETNS", "/run/netns/x", "CNI_IFNAME", "eth0");
    private static final String CONFIG = "{\"cniVersion\":\"1.0.0\",\"name\":\"pods\",\"type\":\"heddle-cni\"}";

    @Test
    void aWholeRequestIsRead() throws Exception {
        CniRequest request = read(WHOLE, CONFIG);

        assertThat(request.key()).contains(new AttachmentKey("abc", "eth0"));
        assertThat(request.network()).isEqualTo("pods");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // variable | value | code | in the message
                "CNI_COMMAND | | 4 | CNI_COMMAND",
                "CNI_COMMAND | add | 4 | expected one of [ADD",
                "CNI_CONTAINERID | | 4 | ADD needs CNI_CONTAINERID",
                "CNI_CONTAINERID | ../../etc | 4 | CNI_CONTAINERID: found '../../etc'",
                "CNI_CONTAINERID | -x | 4 | CNI_CONTAINERID",
                "CNI_NETNS | | 4 | CNI_NETNS",
                "CNI_NETNS | run/x | 4 | absolute",
                "CNI_IFNAME | | 4 | CNI_IFNAME",
                "CNI_IFNAME | .. | 4 | CNI_IFNAME",
                "CNI_IFNAME | a/b | 4 | CNI_IFNAME",
                "CNI_IFNAME | a:b | 4 | CNI_IFNAME",
                "CNI_IFNAME | a b | 4 | CNI_IFNAME",
                "CNI_IFNAME | sixteencharacter | 4 | CNI_IFNAME",
                "CNI_ARGS | A | 4 | CNI_ARGS",
                "CNI_ARGS | A=1 | 4 | unknown key A",
            })
    void aWrongEnvironmentIsRefusedWithItsCode(String variable, String value, int code, String message) {
        Map<String, String> environment = new TreeMap<>(WHOLE);
        environment.put(variable, value == null ? "" : value);

        assertThatThrownBy(() -> read(environment, CONFIG))
                .isInstanceOfSatisfying(
                        CniRequest.Refused.class,
                        refused -> assertThat(refused.json().toString()).contains("\"code\":" + code + ",", message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // standard input | code | in the message
                "'' | 6 | no JSON",
                "'{' | 6 | no JSON",
                "'[]' | 7 | expected an object",
                "'{\"a\":1,\"a\":2}' | 6 | Duplicate",
                "'{\"name\":\"x\"}' | 1 | found none",
                "'{\"cniVersion\":\"9.0.0\",\"name\":\"x\"}' | 1 | 9.0.0",
                "'{\"cniVersion\":1,\"name\":\"x\"}' | 7 | cniVersion: found a number",
                "'{\"cniVersion\":\"1.0.0\"}' | 7 | name: found nothing",
                "'{\"cniVersion\":\"1.0.0\",\"name\":\"a/b\"}' | 7 | name: found 'a/b'",
            })
    void aWrongConfigurationIsRefusedWithItsCode(String input, int code, String message) {
        assertThatThrownBy(() -> read(WHOLE, input))
                .isInstanceOfSatisfying(
                        CniRequest.Refused.class,
                        refused -> assertThat(refused.json().toString()).contains("\"code\":" + code + ",", message));
    }

    @Test
    void anErrorHasTheVersionThatWasAskedFor() {
        Map<String, String> environment = new TreeMap<>(WHOLE);
        environment.put("CNI_IFNAME", "");

        assertThatThrownBy(() -> read(environment, CONFIG.replace("1.0.0", "0.4.0")))
                .isInstanceOfSatisfying(
                        CniRequest.Refused.class,
                        refused -> assertThat(refused.json().toString()).startsWith("{\"cniVersion\":\"0.4.0\""));
    }

    @ParameterizedTest
    @CsvSource({"CHECK,0.3.1,0.4.0", "GC,1.0.0,1.1.0", "STATUS,1.0.0,1.1.0"})
    void aVerbBeforeItsVersionIsRefused(String verb, String before, String since) throws Exception {
        Map<String, String> environment = new TreeMap<>(WHOLE);
        environment.put("CNI_COMMAND", verb);

        assertThatThrownBy(() -> read(environment, CONFIG.replace("1.0.0", before)))
                .isInstanceOf(CniRequest.Refused.class);
        assertThat(read(environment, CONFIG.replace("1.0.0", since)).command().name())
                .isEqualTo(verb);
    }

    @Test
    void delNeedsNoNamespace() throws Exception {
        Map<String, String> environment = new TreeMap<>(WHOLE);
        environment.put("CNI_COMMAND", "DEL");
        environment.put("CNI_NETNS", "");

        assertThat(read(environment, CONFIG).netns()).isEmpty();
    }

    @Test
    void unknownArgumentsAreTakenWhenTheRuntimeSaysSo() throws Exception {
        Map<String, String> environment = new TreeMap<>(WHOLE);
        environment.put("CNI_ARGS", "IgnoreUnknown=1;X=1;K8S_POD_NAMESPACE=gpu;K8S_POD_NAME=train-0");

        assertThat(read(environment, CONFIG).args().pod()).contains("gpu/train-0");
    }

    private static CniRequest read(Map<String, String> environment, String input) throws CniRequest.Refused {
        return CniRequest.read(environment, input.getBytes(StandardCharsets.UTF_8));
    }
}
