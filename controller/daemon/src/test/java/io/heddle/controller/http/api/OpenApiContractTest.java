package io.heddle.controller.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.Event;
import io.heddle.controller.core.TableUse;
import io.heddle.json.JsonText;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every path of openapi.yaml, called on the real server; what it answers must be as described, and so must what we send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiContractTest {

    /** One call: what is sent, and the status that must come. */
    record Call(String method, String template, String path, String body, int status) {
        @Override
        public String toString() {
            return method + " " + path + (body.isEmpty() ? "" : " " + body) + " -> " + status;
        }
    }

    private static final String POD =
            "{\"event\":\"attached\",\"number\":1,\"container\":\"c1\",\"interface\":\"eth0\",\"network\":\"pods\",\"pod\":\"space/a\","
                    + "\"mac\":\"0a:58:0a:00:00:05\",\"addresses\":[\"10.0.0.5\"],\"since\":0}";
    private static final String ONE_ENDPOINT = "/v1/nodes/{node}/endpoints/{container}/{interface}";

    private Serving serving;
    private Map<?, ?> document;

    @BeforeAll
    void start() throws Exception {
        serving = Serving.start(4);
        document = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(serving.get("/v1/openapi.yaml").body());
        serving.controller.tell(new Event.SwitchUp(DeviceName.of("leaf-1")));
        long[] counts = new long[EntryKind.values().length];
        counts[0] = 7;
        serving.controller.tell(new Event.TableUseSeen(
                new TableUse(DeviceName.of("leaf-1"), TableCounts.of(counts), TableCounts.of(counts), "frr")));
        serving.controller.setDrift(
                List.of(new Drift(DeviceName.of("leaf-1"), "10.0.0.5/32", "by 192.168.0.1", "nothing")));
    }

    @AfterAll
    void stop() {
        serving.close();
    }

    static List<Call> calls() {
        return List.of(
                get("/healthz", "/healthz", 200),
                get("/readyz", "/readyz", 200),
                get("/v1/openapi.yaml", "/v1/openapi.yaml", 200),
                post("/v1/agents/{node}/register", "/v1/agents/node-0/register", "{\"format\":1}", 200),
                post("/v1/agents/{node}/register", "/v1/agents/node-9/register", "{\"format\":1}", 404),
                report("node-0", "node-0", 1, POD, 200),
                report("node-0", "node-1", 1, POD, 403),
                report("node-9", "node-9", 1, "", 404),
                get("/v1/fabric", "/v1/fabric", 200),
                get("/v1/nodes", "/v1/nodes?limit=2", 200),
                get("/v1/nodes", "/v1/nodes?limit=0", 400),
                get("/v1/nodes/{node}", "/v1/nodes/node-0", 200),
                get("/v1/nodes/{node}", "/v1/nodes/node-9", 404),
                put("/v1/nodes/{node}/alive", "/v1/nodes/node-0/alive", "{\"alive\":false}", 200),
                put("/v1/nodes/{node}/alive", "/v1/nodes/node-0/alive", "{\"alive\":true}", 200),
                post("/v1/nodes/{node}/blocks", "/v1/nodes/node-0/blocks", "{\"family\":\"ipv4\"}", 200),
                put(
                        ONE_ENDPOINT,
                        "/v1/nodes/node-0/endpoints/silent/eth0",
                        "{\"network\":\"pods\",\"mac\":\"0a:58:0a:00:00:07\",\"addresses\":[\"10.0.0.7\"]}",
                        200),
                put(
                        ONE_ENDPOINT,
                        "/v1/nodes/node-0/endpoints/silent/eth0",
                        "{\"network\":\"pods\",\"mac\":\"0a:58:0a:00:00:07\",\"addresses\":[\"10.0.3.7\"]}",
                        403),
                get("/v1/endpoints", "/v1/endpoints?limit=1", 200),
                get("/v1/endpoints", "/v1/endpoints?after=nonsense", 400),
                get("/v1/nodes/{node}/endpoints", "/v1/nodes/node-0/endpoints", 200),
                get("/v1/blocks", "/v1/blocks", 200),
                get("/v1/blocks", "/v1/blocks?after=nonsense", 400),
                get("/v1/switches", "/v1/switches", 200),
                get("/v1/switches/{switch}", "/v1/switches/leaf-1", 200),
                get("/v1/switches/{switch}", "/v1/switches/leaf-9", 404),
                get("/v1/switches/{switch}/announcements", "/v1/switches/leaf-1/announcements", 200),
                get("/v1/tables", "/v1/tables", 200),
                get("/v1/drift", "/v1/drift", 200),
                get("/v1/why", "/v1/why?address=10.0.0.5", 200),
                get("/v1/why", "/v1/why?address=172.16.0.1", 200),
                get("/v1/why", "/v1/why?address=nowhere", 400),
                get("/v1/admission", "/v1/admission", 200),
                post("/v1/admission", "/v1/admission", "{\"node\":\"node-0\",\"pods\":[\"10.0.0.9\"]}", 200),
                post("/v1/admission", "/v1/admission", "{\"node\":\"node-0\",\"blocks\":[\"10.9.0.0/24\"]}", 200),
                post("/v1/admission", "/v1/admission", "{\"node\":\"node-9\",\"pods\":[\"10.0.0.9\"]}", 422),
                new Call("DELETE", ONE_ENDPOINT, "/v1/nodes/node-0/endpoints/silent/eth0", "", 200),
                new Call("DELETE", "/v1/nodes/{node}", "/v1/nodes/node-0", "", 200),
                new Call("DELETE", "/v1/nodes/{node}", "/v1/nodes/node-9", "", 404));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anAnswerIsAsDescribed(Call call) throws Exception {
        Map<?, ?> operation = operation(call);
        if (!call.body().isEmpty()) {
            Object schema = at(operation, "requestBody", "content", "application/json", "schema");
            assertThat(SchemaFaults.of(
                            document, schema, JsonText.read(call.body().getBytes(StandardCharsets.UTF_8))))
                    .isEmpty();
        }

        HttpResponse<String> response = serving.send(HttpRequest.newBuilder(serving.uri(call.path()))
                .header("content-type", "application/json")
                .method(
                        call.method(),
                        call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body())));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(call.status());
        Map<?, ?> described =
                SchemaFaults.resolve(document, (Map<?, ?>) at(operation, "responses", String.valueOf(call.status())));
        String type = response.headers().firstValue("content-type").orElse("");
        Object schema = at(described, "content", type, "schema");
        if (type.endsWith("json")) {
            assertThat(SchemaFaults.of(
                            document, schema, JsonText.read(response.body().getBytes(StandardCharsets.UTF_8))))
                    .as(response.body())
                    .isEmpty();
        }
    }

    @Test
    void everyPathIsServedAndEveryRouteIsDescribedAndCalled() {
        TreeSet<String> described = new TreeSet<>();
        ((Map<?, ?>) at(document, "paths")).forEach((path, item) -> ((Map<?, ?>) item)
                .keySet().stream()
                        .filter(each -> !each.equals("parameters"))
                        .forEach(method ->
                                described.add(method.toString().toUpperCase(java.util.Locale.ROOT) + " " + path)));
        TreeSet<String> served = new TreeSet<>();
        Api.router(serving.controller, serving.controller.log, List.of())
                .routes()
                .forEach(each -> served.add(each.method() + " " + each.path()));
        TreeSet<String> called = new TreeSet<>(Stream.concat(
                        calls().stream().map(each -> each.method() + " " + each.template()), Stream.of("GET /v1/watch"))
                .toList());

        assertThat(served).isEqualTo(described);
        assertThat(called).isEqualTo(described);
    }

    @Test
    void aWatchIsAStreamOfEvents() throws Exception {
        HttpResponse<Stream<String>> response = serving.client()
                .send(HttpRequest.newBuilder(serving.uri("/v1/watch")).build(), BodyHandlers.ofLines());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("text/event-stream");
        response.body().close();
    }

    @Test
    void theCheckerFindsWhatIsNotAsDescribed() throws Exception {
        Object fabric = at(document, "components", "schemas", "Reply");

        assertThat(faults(fabric, "{\"format\":1,\"acknowledged\":3,\"grants\":[]}"))
                .isEmpty();
        assertThat(faults(fabric, "{\"format\":2,\"acknowledged\":-3,\"grants\":{},\"more\":1}"))
                .hasSize(4);
    }

    private List<String> faults(Object schema, String text) throws Exception {
        return SchemaFaults.of(document, schema, JsonText.read(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<?, ?> operation(Call call) {
        return (Map<?, ?>) at(document, "paths", call.template(), call.method().toLowerCase(java.util.Locale.ROOT));
    }

    private static Object at(Map<?, ?> from, String... names) {
        Object here = from;
        for (String name : names) {
            here = ((Map<?, ?>) here).get(name);
            assertThat(here).as(String.join("/", names) + " at " + name).isNotNull();
        }
        return here;
    }

    private static Call get(String template, String path, int status) {
        return new Call("GET", template, path, "", status);
    }

    private static Call post(String template, String path, String body, int status) {
        return new Call("POST", template, path, body, status);
    }

    private static Call put(String template, String path, String body, int status) {
        return new Call("PUT", template, path, body, status);
    }

    private static Call report(String path, String node, long upTo, String events, int status) {
        return post(
                "/v1/agents/{node}/report",
                "/v1/agents/" + path + "/report",
                "{\"format\":1,\"node\":\"" + node + "\",\"whole\":true,\"up-to\":" + upTo + ",\"events\":[" + events
                        + "]}",
                status);
    }
}
